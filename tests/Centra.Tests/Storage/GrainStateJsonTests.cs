using System.Collections.Immutable;
using Centra.Storage;

namespace Centra.Tests.Storage;

/// <summary>What is written of a grain's record, and what is not.</summary>
public sealed class GrainStateJsonTests
{
    [Fact]
    public void Member_WorkedOutOfOthers_IsNotWritten() => GrainStateJson.Write(new Tally { Counts = [1, 2] }).ShouldBe("""{"Counts":[1,2]}""");

    [Fact]
    public void Member_SetByTheConstructorOnly_IsWrittenAndRead()
    {
        var json = GrainStateJson.Write(new Sealed("x"));

        json.ShouldBe("""{"Name":"x"}""");
        GrainStateJson.Read<Sealed>(json)!.Name.ShouldBe("x");
    }

    private sealed record Tally
    {
        public ImmutableArray<int> Counts { get; init; } = [];

        public int Sum => Counts.Sum();
    }

    private sealed class Sealed(string name)
    {
        public string Name { get; } = name;
    }
}
