using System.Text.Json;
using System.Text.RegularExpressions;
using Centra.DeIdentification;

namespace Centra.Tests.DeIdentification;

/// <summary>
/// Looks through de-identified copies for all eighteen kinds of identifiers: for each value that identifies in the originals, and for what
/// looks like an identifier by itself.
/// </summary>
public sealed partial class EighteenIdentifiers(IEnumerable<ReadOnlyMemory<byte>> originals, IReadOnlySet<string> copyIds, int year)
{
    private static readonly HashSet<string> KnownUris =
    [
        .. CodeSystems.Uris, "http://unitsofmeasure.org", "urn:oid:2.16.840.1.113883.6.238", "urn:centra:birth-year",
        "http://hl7.org/fhir/us/core/StructureDefinition/us-core-race", "http://hl7.org/fhir/us/core/StructureDefinition/us-core-ethnicity",
    ];

    private readonly HashSet<(IdentifierKind Kind, string Where)> findings = [];
    private readonly HashSet<string> leaves = [];

    public IReadOnlyCollection<(IdentifierKind Kind, string Where)> Scan(IEnumerable<ReadOnlyMemory<byte>> copies)
    {
        foreach (var copy in copies)
        {
            using var document = JsonDocument.Parse(copy);
            Walk(document.RootElement, document.RootElement.GetProperty("resourceType").GetString()!);
        }

        CompareWithOriginals();
        return findings;
    }

    private void CompareWithOriginals()
    {
        var harvest = new IdentifierHarvest();
        foreach (var original in originals)
        {
            using var document = JsonDocument.Parse(original);
            harvest.Read(document.RootElement);
        }

        var everything = string.Join('\n', leaves);
        foreach (var (value, kind) in harvest.Values)
            if (HasWord(everything, value))
                findings.Add((kind, "a value of the originals"));
    }

    private void Walk(JsonElement element, string path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                    Walk(member.Value, $"{path}.{member.Name}");
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    Walk(item, path);
                break;
            case JsonValueKind.String:
                Leaf(element.GetString()!, path);
                break;
            case JsonValueKind.Number when Math.Abs(element.GetDouble()) >= 1e7:
                findings.Add((IdentifierKind.OtherUnique, path));
                break;
        }
    }

    private void Leaf(string text, string path)
    {
        if (IsCopyId(text, path) || KnownUris.Contains(text))
            return;
        leaves.Add(text);
        foreach (var (pattern, kind) in IdentifierPatterns.All)
            if (pattern.IsMatch(text))
                findings.Add((kind, path));
        if (text.Contains("://", StringComparison.Ordinal) || text.StartsWith("urn:", StringComparison.Ordinal))
            findings.Add((IdentifierKind.Url, path));
        if (path.EndsWith("postalCode", StringComparison.Ordinal) && text.Length != 3)
            findings.Add((IdentifierKind.Geography, path));
        if (YearOnly().IsMatch(text) && !path.EndsWith(".code", StringComparison.Ordinal) && year - int.Parse(text, null) >= 90)
            findings.Add((IdentifierKind.Date, path));
        if (text.Length > 100 || (text.Contains(' ') && !IsOfOmb(path)))
            findings.Add((IdentifierKind.OtherUnique, path));
    }

    private bool IsCopyId(string text, string path) =>
        (path.EndsWith(".id", StringComparison.Ordinal) || path.EndsWith(".reference", StringComparison.Ordinal))
        && copyIds.Contains(text[(text.IndexOf('/') + 1)..]);

    private static bool IsOfOmb(string path) => path.StartsWith("Patient.extension", StringComparison.Ordinal);

    private static bool HasWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0;
            at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
            if (!IsLetter(text, at - 1) && !IsLetter(text, at + word.Length))
                return true;
        return false;
    }

    private static bool IsLetter(string text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);

    [GeneratedRegex(@"\A[0-9]{4}\z")]
    private static partial Regex YearOnly();
}
