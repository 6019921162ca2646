using System.Globalization;

namespace Centra.Synthetic;

/// <summary>Writes a person as a FHIR Patient.</summary>
internal static class PatientResource
{
    public static void Write(ResourceWriter writer, Person person, string id, DateTime updated)
    {
        writer.Meta(updated);
        WriteIdentifiers(writer, person, id);
        WriteNames(writer, person);
        if (person.Phone is { } phone)
            WriteList(writer, "telecom", ("system", "phone"), ("value", phone), ("use", "home"));
        writer.Text("gender", person.IsFemale ? "female" : "male");
        writer.Text("birthDate", person.BirthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        WriteAddress(writer, person);
    }

    private static void WriteIdentifiers(ResourceWriter writer, Person person, string id)
    {
        writer.Json.WriteStartArray("identifier");
        WriteIdentifier(writer, "MR", "urn:oid:2.16.840.1.113883.19.5", "MRN" + id[..8]);
        if (person.Ssn is { } ssn)
            WriteIdentifier(writer, "SS", "http://hl7.org/fhir/sid/us-ssn", $"{ssn[..3]}-{ssn[3..5]}-{ssn[5..]}");
        writer.Json.WriteEndArray();
    }

    private static void WriteIdentifier(ResourceWriter writer, string type, string system, string value)
    {
        writer.Json.WriteStartObject();
        writer.Concept("type", Code.Hl7("v2-0203", type));
        writer.Text("system", system);
        writer.Text("value", value);
        writer.Json.WriteEndObject();
    }

    private static void WriteNames(ResourceWriter writer, Person person)
    {
        writer.Json.WriteStartArray("name");
        WriteName(writer, "official", person.Family, person);
        if (person.FormerFamily is { } former)
            WriteName(writer, "maiden", former, person);
        writer.Json.WriteEndArray();
    }

    private static void WriteName(ResourceWriter writer, string use, string family, Person person)
    {
        writer.Json.WriteStartObject();
        writer.Text("use", use);
        writer.Text("family", family);
        writer.Json.WriteStartArray("given");
        foreach (var given in person.Given)
            writer.Json.WriteStringValue(given);
        writer.Json.WriteEndArray();
        writer.Json.WriteEndObject();
    }

    private static void WriteAddress(ResourceWriter writer, Person person)
    {
        writer.Json.WriteStartArray("address");
        writer.Json.WriteStartObject();
        writer.Text("use", "home");
        writer.Json.WriteStartArray("line");
        writer.Json.WriteStringValue(person.AddressLine);
        writer.Json.WriteEndArray();
        writer.Text("city", person.City);
        writer.Text("state", person.State);
        writer.Text("postalCode", person.PostalCode);
        writer.Text("country", "US");
        writer.Json.WriteEndObject();
        writer.Json.WriteEndArray();
    }

    private static void WriteList(ResourceWriter writer, string name, params (string Name, string Value)[] members)
    {
        writer.Json.WriteStartArray(name);
        writer.Json.WriteStartObject();
        foreach (var member in members)
            writer.Text(member.Name, member.Value);
        writer.Json.WriteEndObject();
        writer.Json.WriteEndArray();
    }
}
