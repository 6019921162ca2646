using System.Text.Json;

namespace Centra.Proof.Canary;

/// <summary>Somebody made up of words and numbers that stand nowhere else, so that wherever one is found, it is theirs.</summary>
/// <param name="Tag">Eight letters of their own, in every word.</param>
/// <param name="Number">Four digits of their own, in every number.</param>
/// <param name="Given">The given name, where it is not made from the tag: of twins, all else is the same.</param>
internal sealed record Canary(string Tag, int Number, string? Given = null)
{
    public string GivenName => Given ?? $"Xaver{Tag}";

    public string Family => $"Zyx{Tag}berg";

    public string Former => $"Vor{Tag}horst";

    public string BirthDate => $"19{Number % 60 + 20}-1{Number % 3}-{Number % 17 + 11}";

    public string Ssn { get; init; } = $"536-{Number % 89 + 11}-{Number}";

    public string Phone => $"208-555-{Number}";

    public string Postal => $"8370{Number % 10}-{Number}";

    public string Street => $"{Number} Wunder{Tag} Crescent";

    public string City => $"Ost{Tag}ham";

    public string Email => $"post@{Tag}.test";

    public string Id { get; init; } = $"mrn-{Tag}-{Number}";

    public string RecordNumber => $"ZQ{Id}";

    public string Contact => $"Petro{Tag}";

    public string Note => $"hears the {Tag} clock ticking at {Number}";

    /// <summary>The Patient, with everything that names somebody.</summary>
    public string Patient() => JsonSerializer.Serialize(new
    {
        resourceType = "Patient",
        id = Id,
        text = new { status = "generated", div = $"<div xmlns=\"http://www.w3.org/1999/xhtml\">{Note}</div>" },
        identifier = new object[] { new { system = "http://hl7.org/fhir/sid/us-ssn", value = Ssn }, new { system = "urn:practice:mrn", value = RecordNumber } },
        name = new object[] { new { use = "official", family = Family, given = new[] { GivenName } }, new { use = "maiden", family = Former } },
        telecom = new object[] { new { system = "phone", use = "home", value = Phone }, new { system = "email", value = Email } },
        gender = "female",
        birthDate = BirthDate,
        address = new[] { new { use = "home", line = new[] { Street }, city = City, postalCode = Postal, country = "US" } },
        contact = new[] { new { name = new { family = Family, given = new[] { Contact } } } },
    });

    /// <summary>A record with words about the patient.</summary>
    public string Condition(string id) => JsonSerializer.Serialize(new
    {
        resourceType = "Condition",
        id = $"{Tag}-{id}",
        code = new { coding = new[] { new { system = "http://snomed.info/sct", code = "254837009" } }, text = Note },
        subject = new { reference = $"Patient/{Id}", display = $"{GivenName} {Family}" },
        recordedDate = BirthDate,
        note = new[] { new { text = Note } },
    });

    /// <summary>What stands on a form.</summary>
    public object Form() => new
    {
        given = new[] { GivenName }, family = Family, formerFamily = new[] { Former }, birthDate = BirthDate, gender = "female", nationalId = Ssn,
        postalCode = Postal, addressLine = Street, phone = Phone, patientIds = new[] { Id },
    };

    /// <summary>A row of CSV under the usual names of columns.</summary>
    public static string Csv(params IEnumerable<Canary> people) => "patient_id,given,family,birth_date,national_id,postal_code,address_line,phone,city\n"
        + string.Concat(people.Select(one => $"{one.Id},{one.GivenName},{one.Family},{one.BirthDate},{one.Ssn},{one.Postal},{one.Street},{one.Phone},{one.City}\n"));

    /// <summary>What must be found nowhere, as it is sent and as it is normalised.</summary>
    public IReadOnlyList<string> Marks =>
    [
        Tag, GivenName, Family, BirthDate, BirthDate.Replace("-", "", StringComparison.Ordinal), Ssn, Digits(Ssn), Phone, Digits(Phone), Postal, Digits(Postal), $"{Number} Wunder",
    ];

    /// <inheritdoc/>
    public override string ToString() => nameof(Canary);

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
