namespace Centra.Synthetic;

/// <summary>The practices, their places and their people: the same for everybody in an export.</summary>
internal sealed class CareSites
{
    private const int Number = 12;

    private static readonly string[] Names =
    [
        "Prairie", "Lakeside", "Summit", "Riverbend", "Cedar Hill", "Bayview", "Midtown", "Oak Grove", "Northgate", "Harbor", "Valley",
        "Plains",
    ];

    private static readonly string[] Doctors =
    [
        "Abbott", "Benitez", "Chowdhury", "Dietrich", "Eriksen", "Fontaine", "Goldberg", "Haddad", "Ivanova", "Jankowski", "Kimura",
        "Larsson",
    ];

    private readonly CareSite[] sites;

    public CareSites(int seed)
    {
        var random = new PersonalRandom(seed, -1);
        sites = [.. Enumerable.Range(0, Number).Select(number => new CareSite(
            BulkExport.NewId(random), BulkExport.NewId(random), BulkExport.NewId(random),
            Names[number] + " Cancer Center", Doctors[number], number))];
    }

    public CareSite Any(Random random) => sites[random.Next(sites.Length)];

    public void Write(BulkFiles files)
    {
        foreach (var site in sites)
            site.Write(files);
    }
}

/// <summary>A practice with one place and one oncologist.</summary>
internal sealed record CareSite(string OrganizationId, string LocationId, string PractitionerId, string Name, string Doctor, int Number)
{
    public void Write(BulkFiles files)
    {
        files.Write("Organization", OrganizationId, WriteOrganization);
        files.Write("Location", LocationId, WriteLocation);
        files.Write("Practitioner", PractitionerId, WritePractitioner);
    }

    private void WriteOrganization(ResourceWriter writer)
    {
        writer.Json.WriteBoolean("active", true);
        writer.Text("name", Name);
        writer.Concepts("type", Code.Hl7("organization-type", "prov"));
    }

    private void WriteLocation(ResourceWriter writer)
    {
        writer.Text("status", "active");
        writer.Text("name", Name);
        writer.Reference("managingOrganization", "Organization", OrganizationId, Name);
    }

    private void WritePractitioner(ResourceWriter writer)
    {
        writer.Json.WriteStartArray("identifier");
        writer.Json.WriteStartObject();
        writer.Text("system", "http://hl7.org/fhir/sid/us-npi");
        writer.Text("value", $"99999{Number:D5}");
        writer.Json.WriteEndObject();
        writer.Json.WriteEndArray();
        writer.Json.WriteStartArray("name");
        writer.Json.WriteStartObject();
        writer.Text("family", Doctor);
        writer.Json.WriteEndObject();
        writer.Json.WriteEndArray();
    }
}
