using Centra.Synthetic;

namespace Centra.Tests.Synthetic;

public class PeopleCorruptorTests
{
    private static readonly List<Person> People = [.. new PeopleGenerator(1).People().Take(20_000)];

    [Fact]
    public void Corrupt_UnderOneSeed_IsTheSame() => Written(new Corruptor(5)).ShouldBe(Written(new Corruptor(5)));

    [Fact]
    public void Corrupt_UnderAnotherSeed_IsAnother() => Written(new Corruptor(5)).ShouldNotBe(Written(new Corruptor(6)));

    [Fact]
    public void Corrupt_Everybody_ChangesSomeOfEachField()
    {
        var corruptor = new Corruptor(5);
        var pairs = People.ConvertAll(person => (Right: PracticeRecord.Of(person), Wrong: corruptor.Corrupt(person)));

        Changed(pairs, record => string.Join(' ', record.Given)).ShouldBeInRange(0.2, 0.7);
        Changed(pairs, record => record.Family).ShouldBeInRange(0.2, 0.6);
        Changed(pairs, record => record.BirthDate).ShouldBeInRange(0.08, 0.3);
        Changed(pairs, record => record.Ssn).ShouldBeInRange(0.2, 0.5);
        Changed(pairs, record => record.AddressLine).ShouldBeInRange(0.2, 0.5);
        Changed(pairs, record => record.Phone).ShouldBeInRange(0.2, 0.5);
    }

    private static double Changed(List<(PracticeRecord Right, PracticeRecord Wrong)> pairs, Func<PracticeRecord, string?> field) =>
        (double)pairs.Count(pair => field(pair.Right) != field(pair.Wrong)) / pairs.Count;

    private static List<string> Written(Corruptor corruptor) =>
        [.. People.Take(500).Select(corruptor.Corrupt)
            .Select(record => $"{string.Join(' ', record.Given)} {record.Family} {record.BirthDate} {record.Ssn} {record.Phone}")];
}
