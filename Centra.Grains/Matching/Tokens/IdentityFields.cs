namespace Centra.Matching;

/// <summary>
/// The values that blocking rules combine, of one identity: adds each once to a batch and remembers where its hash will stand.
/// </summary>
internal ref struct IdentityFields
{
    /// <summary>More values than one identity has: eleven single ones, seven names, eight patient ids.</summary>
    public const int Most = 32;

    private const int MostGiven = 1;
    private const int MostFamily = 3;
    private const int Kinds = 32;

    private readonly Span<sbyte> positions;
    private readonly Span<sbyte> names;
    private readonly Span<sbyte> patientIds;

    public IdentityFields(Span<sbyte> room)
    {
        room.Fill(-1);
        positions = room[..Kinds];
        names = room.Slice(Kinds, 16);
        patientIds = room.Slice(Kinds + 16, 16);
    }

    public static int Room => Kinds + 32;

    /// <summary>How many of the names are given names; they stand first.</summary>
    public int GivenCount { get; private set; }

    /// <summary>Positions of the sounds of given names, then of family names.</summary>
    public int NameCount { get; private set; }

    public int PatientIdCount { get; private set; }

    public readonly int Of(FieldKind kind) => positions[(int)kind];

    public readonly int Name(int i) => names[i];

    public readonly int PatientId(int i) => patientIds[i];

    public void Read(NormalIdentity identity, string practiceId, ref MacBatch batch)
    {
        ReadNames(identity, ref batch);
        ReadBirth(identity.BirthDate, ref batch);
        Read(FieldKind.NationalId, identity.NationalId, ref batch);
        Read(FieldKind.NationalIdEnd, identity.NationalId.Length > 0 ? identity.NationalId.AsSpan(5) : default, ref batch);
        Read(FieldKind.PostalCode, identity.PostalCode, ref batch);
        Read(FieldKind.HouseNumber, identity.HouseNumber, ref batch);
        Read(FieldKind.StreetSound, identity.Street.Length > 0 ? Sound.Of(identity.Street) : "", ref batch);
        Read(FieldKind.Phone, identity.Phone, ref batch);
        foreach (var id in identity.PatientIds)
            patientIds[PatientIdCount++] = (sbyte)AddPatientId(practiceId, id, ref batch);
    }

    /// <summary>Practice and id with the practice's length before it, so that no other pair reads the same.</summary>
    public static int AddPatientId(string practiceId, string patientId, ref MacBatch batch) =>
        batch.Add((byte)FieldKind.PatientId, $"{practiceId.Length}:{practiceId}{patientId}");

    private readonly void Read(FieldKind kind, scoped ReadOnlySpan<char> value, ref MacBatch batch)
    {
        if (value.Length > 0)
            positions[(int)kind] = (sbyte)batch.Add((byte)kind, value);
    }

    private readonly void ReadBirth(PartialDate? date, ref MacBatch batch)
    {
        if (date is not { Month: { } month } birth)
            return;
        Set(FieldKind.BirthYearAndMonth, birth.Year * 100 + month, ref batch);
        if (birth.Day is not { } day)
            return;
        Set(FieldKind.BirthDate, (birth.Year * 100 + month) * 100 + day, ref batch);
        Set(FieldKind.BirthMonthAndDay, month * 100 + day, ref batch);
        Set(FieldKind.BirthYearAndDay, birth.Year * 100 + day, ref batch);
        Set(FieldKind.BirthDayOrMonthExchanged, (birth.Year * 100 + Math.Min(month, day)) * 100 + Math.Max(month, day), ref batch);
    }

    private readonly void Set(FieldKind kind, int value, ref MacBatch batch) => positions[(int)kind] = (sbyte)batch.Add((byte)kind, value);

    private void ReadNames(NormalIdentity identity, ref MacBatch batch)
    {
        if (GivenForms.Called(identity.Given) is { } called)
            AddName(called, MostGiven, ref batch);
        GivenCount = NameCount;
        foreach (var form in FamilyForms.Of(identity.Family))
            AddName(form, GivenCount + MostFamily, ref batch);
        var now = NameCount;
        foreach (var former in identity.FormerFamily)
        {
            foreach (var form in FamilyForms.Of(former))
                AddName(form, now + MostFamily, ref batch);
        }
    }

    private void AddName(string name, int most, ref MacBatch batch)
    {
        if (NameCount < most)
            names[NameCount++] = (sbyte)batch.Add((byte)FieldKind.NameSound, Sound.Of(name));
    }
}
