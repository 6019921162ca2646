using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Centra.Access;

/// <summary>What the society's staff may look at identifiable data for. A fixed, versioned list; each purpose fixes the fields that it shows.</summary>
/// <param name="Version">Of the list.</param>
/// <param name="Items">The purposes.</param>
public sealed record Purposes(int Version, [property: JsonPropertyName("purposes")] ImmutableArray<Purpose> Items)
{
    /// <summary>The purpose that review lane items are looked at for.</summary>
    public const string MatchingReview = "matching-review";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>The list in force.</summary>
    public static Purposes Current { get; } = Load();

    /// <summary>One of them, or null.</summary>
    public static Purpose? Find(string? id) => Current.Items.FirstOrDefault(purpose => purpose.Id == id);

    private static Purposes Load()
    {
        using var stream = typeof(Purposes).Assembly.GetManifestResourceStream("Centra.Access.purposes.json")!;
        return JsonSerializer.Deserialize<Purposes>(stream, Json)!;
    }
}

/// <summary>A purpose.</summary>
/// <param name="Id">By which it is asked for.</param>
/// <param name="Title">In words.</param>
/// <param name="Fields">What it shows.</param>
public sealed record Purpose(string Id, string Title, ImmutableArray<PatientField> Fields)
{
    /// <summary>A practice looks at its own patients, whole. On no list of grants.</summary>
    public static Purpose OwnPatient { get; } = new("own-patient", "A practice's own patient", [.. Enum.GetValues<PatientField>().Where(field => field is not PatientField.None)]);

    /// <summary>A practice lists its own patients.</summary>
    public static Purpose OwnList { get; } = new("own-list", "A practice's list of its own patients", [PatientField.Given, PatientField.Family, PatientField.BirthDate, PatientField.PatientIds]);

    /// <summary>A practice that leaves takes its patients' records along.</summary>
    public static Purpose OwnExport { get; } = new("own-export", "A leaving practice's export of its own patients", [PatientField.Resource, PatientField.Records]);

    /// <summary>Whether it shows a field.</summary>
    public bool Shows(PatientField field) => Fields.Contains(field);

    /// <summary>What it shows, as the record of a look keeps it.</summary>
    public string FieldList() => string.Join(',', Fields.Select(field => JsonNamingPolicy.CamelCase.ConvertName(field.ToString())));
}

/// <summary>What can be shown of a patient.</summary>
public enum PatientField
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Given names.</summary>
    Given,

    /// <summary>Family name.</summary>
    Family,

    /// <summary>Former family names.</summary>
    FormerFamily,

    /// <summary>Birth date.</summary>
    BirthDate,

    /// <summary>Sex.</summary>
    Sex,

    /// <summary>National identifier.</summary>
    NationalId,

    /// <summary>Postal code.</summary>
    PostalCode,

    /// <summary>Address line.</summary>
    AddressLine,

    /// <summary>Phone.</summary>
    Phone,

    /// <summary>The practice's own ids.</summary>
    PatientIds,

    /// <summary>The Patient resource whole.</summary>
    Resource,

    /// <summary>Clinical records.</summary>
    Records,
}
