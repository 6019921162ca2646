using System.Text.Json.Nodes;
using Centra.DeIdentification;
using Centra.Tests.Fhir;

namespace Centra.Tests.DeIdentification;

/// <summary>Plants identifiers in every place of every shape of resource and looks for them in the copies.</summary>
public class CanaryTests
{
    private static readonly string[] Canaries =
    [
        "Zyxwolf", "ZYXWOLF", "zyxwolf", "Ana \"Zyxwolf\"", "987654321", "62036421177", "620-364-2117", "1961-04-02T10:11:12Z",
        "66801-4711", "zyx@example.org", "129c6ac7-8d06-89de-ad63-0204a93e76c3", "http://zyxwolf.example.org/", "Patient/zyxwolf", "\u0130\u2028z\u00fcx",
    ];

    private static readonly string[] Extras =
        ["id", "display", "text", "note", "identifier", "name", "lotNumber", "valueString", "_status", "author"];

    [Fact]
    public void Copy_CanaryInAnyStringOfTheSample_NeverPasses()
    {
        var shapes = Sample.All().Select(line => JsonNode.Parse(line)!).SelectMany(Leaves.StringsOf)
            .DistinctBy(leaf => leaf.Shape).ToList();

        shapes.Count.ShouldBeGreaterThan(150);
        PlantInEach(shapes).ShouldBeGreaterThan(1500);
    }

    [Fact]
    public void Copy_CanaryInAnyStringOfFullResources_NeverPasses()
    {
        var leaves = FullResource.Types().Select(FullResource.Of).SelectMany(Leaves.StringsOf).ToList();

        leaves.Count.ShouldBeGreaterThan(700);
        PlantInEach(leaves).ShouldBeGreaterThan(9000);
    }

    [Fact]
    public void Copy_CanaryInMembersBesideTheListed_NeverPasses()
    {
        foreach (var type in FullResource.Types())
        {
            var resource = FullResource.Of(type);
            var copy = CopyOf(resource);
            foreach (var node in Leaves.ObjectsOf(resource).ToList())
                foreach (var extra in Extras.Where(extra => !node.ContainsKey(extra)))
                    node[extra] = IsList(extra) ? new JsonArray(new JsonObject { ["text"] = "zyxwolf" }) : "zyxwolf";

            Copies.Text(CopyOf(resource)!.Value).ShouldBe(Copies.Text(copy!.Value));
        }
    }

    [Fact]
    public void Copy_LongNumberInAnyNumber_NeverPasses()
    {
        foreach (var leaf in FullResource.Types().Select(FullResource.Of).SelectMany(Leaves.NumbersOf))
        {
            leaf.Replace(JsonValue.Create(6203642117));
            Copies.Text(CopyOf(leaf.Root)!.Value).ShouldNotContain("6203642117");
        }
    }

    [Fact]
    public void Copy_FullResource_KeepsEveryListedMember()
    {
        foreach (var type in FullResource.Types())
        {
            var original = FullResource.Of(type);
            var copy = JsonNode.Parse(CopyOf(original)!.Value.Span)!.AsObject();
            original.AsObject().Select(member => member.Key).Except(copy.Select(member => member.Key)).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Age_EveryCopyOfTheSameYear_StaysAsItIs()
    {
        foreach (var (_, copy) in Copies.OfAll(Sample.All()).Where(pair => pair.Copy.IsCopied))
            SafeHarbor.Age(copy.Json, Copies.Year).ShouldBeNull();
        foreach (var type in FullResource.Types())
            SafeHarbor.Age(CopyOf(FullResource.Of(type))!.Value, Copies.Year).ShouldBeNull();
    }

    private static bool IsList(string name) => name is "note" or "name" or "identifier";

    /// <summary>How many plantings were copied: a line that is refused proves nothing.</summary>
    private static int PlantInEach(IReadOnlyList<Leaf> leaves)
    {
        var copied = 0;
        foreach (var leaf in leaves)
        {
            var original = leaf.Node.GetValue<string>();
            var current = leaf;
            foreach (var canary in Canaries.Where(canary => canary != original))
            {
                current = current.Replace(JsonValue.Create(canary));
                if (CopyOf(leaf.Root) is not { } copy)
                    continue;
                copied++;
                Copies.Text(copy).ShouldNotContain(canary, Case.Insensitive, leaf.Shape);
                Copies.Text(copy).ShouldNotContain("zyx", Case.Insensitive, leaf.Shape);
            }

            current.Replace(JsonValue.Create(original));
        }

        return copied;
    }

    private static ReadOnlyMemory<byte>? CopyOf(JsonNode resource) =>
        Sample.Read(resource.ToJsonString()).Resource is { } read && SafeHarbor.Copy(read, Copies.Context) is { IsCopied: true } copy
            ? copy.Json : null;
}
