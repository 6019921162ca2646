namespace Centra.Synthetic;

/// <summary>One patient's record: a cancer, found at some age, staged, treated in cycles and followed.</summary>
internal sealed class PatientStory
{
    private static readonly DateTime Latest = new(2024, 12, 31, 0, 0, 0, DateTimeKind.Utc);

    private readonly Person person;
    private readonly BulkOptions options;
    private readonly string patientId;

    public PatientStory(Person person, int seed, CareSites sites, BulkOptions options)
    {
        (this.person, this.options) = (person, options);
        Random = new PersonalRandom(seed, person.Number);
        patientId = BulkExport.NewId(Random);
        Site = CancerSite.For(person.IsFemale, Random);
        CareSite = sites.Any(Random);
        Today = Diagnosed();
    }

    public Random Random { get; }

    public CancerSite Site { get; }

    public CareSite CareSite { get; }

    /// <summary>The day that the record has come to.</summary>
    public DateTime Today { get; private set; }

    public string? EncounterId { get; private set; }

    public string? DiagnosisId { get; private set; }

    public int ObservationNumber { get; private set; }

    public void Write(BulkFiles files)
    {
        files.Write("Patient", patientId, writer => PatientResource.Write(writer, person, patientId, Today));
        foreach (var type in ClinicalPlan.For(options.ClinicalPerPatient))
            WriteOne(files, type);
    }

    public void Subject(ResourceWriter writer, string element = "subject") => writer.Reference(element, "Patient", patientId, Name());

    private void WriteOne(BulkFiles files, string type)
    {
        var id = BulkExport.NewId(Random);
        if (type == "Encounter")
            StartVisit(id);
        files.Write(type, id, writer => ClinicalResources.Write(writer, type, this), options.BytesPerResource);
        if (type == "Condition")
            DiagnosisId ??= id;
        if (type == "Observation")
            ObservationNumber++;
    }

    private void StartVisit(string id)
    {
        EncounterId = id;
        var next = Today.AddDays(Random.Next(14, 28)).AddMinutes(Random.Next(0, 480));
        Today = next < Latest ? next : Latest;
    }

    private DateTime Diagnosed()
    {
        var birth = person.BirthDate.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc);
        var found = birth.AddDays(Random.Next(40 * 365, 75 * 365));
        return found < Latest.AddYears(-2) ? found : Max(birth.AddDays(1), Latest.AddYears(-2).AddDays(-Random.Next(0, 2000)));
    }

    private static DateTime Max(DateTime one, DateTime other) => one > other ? one : other;

    private string Name() => $"{string.Join(' ', person.Given)} {person.Family}";
}
