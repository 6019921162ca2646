using System.Globalization;
using System.Text.Json;

namespace Centra.Synthetic;

/// <summary>A code of a public code system.</summary>
internal sealed record Code(string System, string Value, string Display)
{
    public static Code Snomed(string value, string display) => new("http://snomed.info/sct", value, display);

    public static Code Loinc(string value, string display) => new("http://loinc.org", value, display);

    public static Code RxNorm(string value, string display) => new("http://www.nlm.nih.gov/research/umls/rxnorm", value, display);

    public static Code Icd10(string value, string display) => new("http://hl7.org/fhir/sid/icd-10-cm", value, display);

    public static Code Hl7(string system, string value) => new("http://terminology.hl7.org/CodeSystem/" + system, value, value);
}

/// <summary>Writes the datatypes of FHIR that the export uses.</summary>
internal sealed class ResourceWriter(Utf8JsonWriter json)
{
    private const string Filler =
        "Seen in clinic. Tolerates treatment, no new complaints; laboratory values reviewed. Plan unchanged, next visit arranged. ";

    /// <summary>For what has no method here.</summary>
    public Utf8JsonWriter Json => json;

    public void Text(string name, string value) => json.WriteString(name, value);

    public void Meta(DateTime updated)
    {
        json.WriteStartObject("meta");
        Moment("lastUpdated", updated);
        json.WriteEndObject();
    }

    public void Moment(string name, DateTime moment) =>
        json.WriteString(name, moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    public void Concept(string name, params Code[] codes)
    {
        json.WriteStartObject(name);
        Codings(codes);
        json.WriteEndObject();
    }

    /// <summary>A list of one concept.</summary>
    public void Concepts(string name, params Code[] codes)
    {
        json.WriteStartArray(name);
        json.WriteStartObject();
        Codings(codes);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    public void Coding(Code code)
    {
        json.WriteString("system", code.System);
        json.WriteString("code", code.Value);
        json.WriteString("display", code.Display);
    }

    public void Reference(string name, string type, string id, string? display = null)
    {
        json.WriteStartObject(name);
        ReferenceMembers(type, id, display);
        json.WriteEndObject();
    }

    /// <summary>A list of one reference.</summary>
    public void References(string name, string type, string id, string? display = null)
    {
        json.WriteStartArray(name);
        json.WriteStartObject();
        ReferenceMembers(type, id, display);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    public void Quantity(string name, double value, string unit)
    {
        json.WriteStartObject(name);
        json.WriteNumber("value", Math.Round((decimal)value, 2));
        json.WriteString("unit", unit);
        json.WriteString("system", "http://unitsofmeasure.org");
        json.WriteString("code", unit);
        json.WriteEndObject();
    }

    public void Period(DateTime start, DateTime end)
    {
        json.WriteStartObject("period");
        Moment("start", start);
        Moment("end", end);
        json.WriteEndObject();
    }

    /// <summary>Fills the resource up to a size, as narratives do.</summary>
    public void Narrative(int leastBytes)
    {
        const int Frame = 100;
        var missing = leastBytes - (int)(json.BytesCommitted + json.BytesPending) - Frame;
        if (missing <= 0)
            return;
        var text = string.Concat(Enumerable.Repeat(Filler, (missing / Filler.Length) + 1));
        json.WriteStartObject("text");
        json.WriteString("status", "generated");
        json.WriteString("div", $"<div xmlns='http://www.w3.org/1999/xhtml'>{text[..missing]}</div>");
        json.WriteEndObject();
    }

    private void Codings(Code[] codes)
    {
        json.WriteStartArray("coding");
        foreach (var code in codes)
        {
            json.WriteStartObject();
            Coding(code);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("text", codes[0].Display);
    }

    private void ReferenceMembers(string type, string id, string? display)
    {
        json.WriteString("reference", $"{type}/{id}");
        if (display is not null)
            json.WriteString("display", display);
    }
}
