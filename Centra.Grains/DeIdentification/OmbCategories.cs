using System.Text;
using Centra.Fhir;

namespace Centra.DeIdentification;

/// <summary>
/// Race and ethnicity by the categories of the US Office of Management and Budget (US Core extensions us-core-race, us-core-ethnicity).
/// Read by their codes and written with the displays of this list; more detailed codes are left out.
/// </summary>
internal sealed class OmbCategories
{
    private const string Race = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-race";
    private const string Ethnicity = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-ethnicity";
    private const string CdcRaceAndEthnicity = "urn:oid:2.16.840.1.113883.6.238";

    private static readonly (string Extension, string Code, string Display)[] Categories =
    [
        (Race, "1002-5", "American Indian or Alaska Native"),
        (Race, "2028-9", "Asian"),
        (Race, "2054-5", "Black or African American"),
        (Race, "2076-8", "Native Hawaiian or Other Pacific Islander"),
        (Race, "2106-3", "White"),
        (Race, "2131-1", "Other Race"),
        (Ethnicity, "2135-2", "Hispanic or Latino"),
        (Ethnicity, "2186-5", "Not Hispanic or Latino"),
    ];

    private readonly HashSet<string> codes = [];

    /// <summary>Reads one extension of the Patient, with the extensions in it.</summary>
    public void Read(ref JsonCursor cursor)
    {
        if (!cursor.EnterObject())
            return;
        while (cursor.NextMember())
            if (cursor.Is("valueCoding"u8))
                ReadCoding(ref cursor);
            else if (cursor.Is("extension"u8) && cursor.EnterArray())
                while (cursor.NextItem())
                    Read(ref cursor);
            else
                cursor.Skip();
    }

    /// <summary>A JSON array of extensions; null if no category was found.</summary>
    public byte[]? ToJson()
    {
        var groups = Categories.Where(category => codes.Contains(category.Code)).GroupBy(category => category.Extension).ToList();
        return groups.Count == 0 ? null : Encoding.ASCII.GetBytes($"[{string.Join(',', groups.Select(Extension))}]");
    }

    private static string Extension(IGrouping<string, (string Extension, string Code, string Display)> group)
    {
        var categories = group.Select(category =>
            $$$"""{"url":"ombCategory","valueCoding":{{{Coding(category.Code, category.Display)}}}}""");
        var text = string.Join(", ", group.Select(category => category.Display));
        var parts = categories.Append($$"""{"url":"text","valueString":"{{text}}"}""");
        return $$"""{"url":"{{group.Key}}","extension":[{{string.Join(',', parts)}}]}""";
    }

    private static string Coding(string code, string display) =>
        $$"""{"system":"{{CdcRaceAndEthnicity}}","code":"{{code}}","display":"{{display}}"}""";

    private void ReadCoding(ref JsonCursor cursor)
    {
        var (system, code) = ((string?)null, (string?)null);
        if (!cursor.EnterObject())
            return;
        while (cursor.NextMember())
            if (cursor.Is("system"u8))
                system = cursor.Text();
            else if (cursor.Is("code"u8))
                code = cursor.Text();
            else
                cursor.Skip();
        if (system == CdcRaceAndEthnicity && code is not null)
            codes.Add(code);
    }
}
