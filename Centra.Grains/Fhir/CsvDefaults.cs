namespace Centra.Fhir;

/// <summary>What CSV means without a mapping: patients and identities by conventional column names (default-mapping.json).</summary>
public static class CsvDefaults
{
    private static readonly Lazy<CsvMapping> Mapping = new(Load);

    /// <summary>Rows are Patients. Needs patient_id; takes given, family, former_family, birth_date, sex, national_id, postal_code,
    /// address_line, phone, city, state.</summary>
    public static CsvFile Patients => Mapping.Value.For("patients")!;

    /// <summary>Rows are identities to opt out or to screen, of the same columns; none is needed.</summary>
    public static CsvFile Identities => Mapping.Value.For("identities")!;

    private static CsvMapping Load()
    {
        using var stream = typeof(CsvDefaults).Assembly.GetManifestResourceStream("Centra.Fhir.default-mapping.json")!;
        var json = new byte[stream.Length];
        stream.ReadExactly(json);
        var mapping = CsvMapping.Parse(json);
        return mapping.IsRefused ? throw new InvalidOperationException(mapping.Refusal.Code) : mapping.Value;
    }
}
