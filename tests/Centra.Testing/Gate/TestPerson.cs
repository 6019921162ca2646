using System.Globalization;
using System.Text.Json;
using Centra.Fhir;

namespace Centra.Testing;

/// <summary>Somebody made up. Prints nothing of themselves, like everything that carries an identity.</summary>
public sealed record TestPerson(string Given, string Family, string BirthDate)
{
    public string Gender { get; init; } = "female";

    public string? Ssn { get; init; }

    public string? PostalCode { get; init; } = "02139";

    public string? AddressLine { get; init; } = "12 Orchard Street";

    public string? Phone { get; init; }

    /// <summary>The Patient resource that a practice sends of this person.</summary>
    public string Patient(string id, DateTimeOffset? lastUpdated = null) => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["resourceType"] = "Patient",
        ["id"] = id,
        ["meta"] = lastUpdated is { } at ? new { lastUpdated = at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) } : new { },
        ["name"] = new[] { new { use = "official", family = Family, given = Given.Split(' ') } },
        ["birthDate"] = BirthDate,
        ["gender"] = Gender,
        ["identifier"] = Ssn is null ? Array.Empty<object>() : [new { system = "http://hl7.org/fhir/sid/us-ssn", value = Ssn }],
        ["address"] = AddressLine is null ? Array.Empty<object>() : [new { use = "home", line = new[] { AddressLine }, postalCode = PostalCode, country = "US" }],
        ["telecom"] = Phone is null ? Array.Empty<object>() : [new { system = "phone", use = "home", value = Phone }],
    });

    /// <summary>What stands on the form that opts this person out.</summary>
    public PatientDemographics Form(params string[] patientIds) => new()
    {
        Given = [.. Given.Split(' ')],
        Family = Family,
        BirthDate = BirthDate,
        Gender = Gender,
        NationalId = Ssn,
        PostalCode = PostalCode,
        AddressLine = AddressLine,
        Phone = Phone,
        PatientIds = [.. patientIds],
    };

    /// <inheritdoc/>
    public override string ToString() => nameof(TestPerson);
}
