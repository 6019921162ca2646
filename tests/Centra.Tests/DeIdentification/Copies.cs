using System.Text;
using Centra.DeIdentification;
using Centra.Fhir;
using Centra.Tests.Fhir;

namespace Centra.Tests.DeIdentification;

/// <summary>Short ways to copy, in the year 2025, with the ids p1 and c1 and every reference resolved to r1.</summary>
public static class Copies
{
    public const int Year = 2025;

    public static CopyContext Context { get; } = new("p1", "c1", Year, _ => "r1");

    public static string Of(string resource, int year = Year) =>
        Text(SafeHarbor.Copy(Sample.Resource(resource), Context with { Year = year }).Json);

    public static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);

    /// <summary>The copies of a whole export, with one id for each original.</summary>
    public static List<(FhirResource Original, CopyResult Copy)> OfAll(IEnumerable<byte[]> lines)
    {
        var ids = new Dictionary<ResourceKey, string>();
        string IdOf(ResourceKey key) => ids.TryGetValue(key, out var id) ? id : ids[key] = $"x{ids.Count:D6}";
        return
        [
            .. from line in lines
               let resource = FhirLine.Read(line).Resource!
               let context = new CopyContext(
                   IdOf(new ResourceKey("Patient", resource.SubjectId ?? "")),
                   IdOf(new ResourceKey(resource.ResourceType, resource.Id)), Year, IdOf)
               select (resource, SafeHarbor.Copy(resource, context)),
        ];
    }
}
