namespace Centra.Api.Portal;

// What practices send.
public static partial class Words
{
    /// <summary>Why a line of a file was not taken.</summary>
    public static string Line(string code) => code switch
    {
        "NotJson" or "NotAnObject" => "it is not JSON",
        "NotUtf8" => "it is not written in UTF-8",
        "TooDeep" or "TooManyMembers" => "it is nested too deeply or has too many fields",
        "DuplicateKey" => "a field stands in it twice",
        "LineTooLong" => "it is too long",
        "NotAResource" or "UnknownResourceType" => "it is no FHIR resource that is taken",
        "NoId" or "BadId" => "its id is missing or wrong",
        "NoSubject" => "it belongs to no patient, or to more than one",
        "UnknownSubject" => "its patient is not known",
        "BadDate" => "a date is no date of the calendar; dates are written as 1961-04-02",
        "BadValue" => "a field has a value that it cannot have",
        "NotAPatient" => "it is no patient",
        "BadCsvRow" or "MissingColumn" or "DuplicateColumn" => "its columns are not those of the headings",
        "IdentityTooThin" => "too little is said to recognise anybody by",
        _ => code,
    };

    /// <summary>How far an upload is.</summary>
    public static string Phase(Centra.Ingest.JobPhase phase) => phase switch
    {
        Centra.Ingest.JobPhase.Patients => "Open: patients are taken",
        Centra.Ingest.JobPhase.Clinical => "Open: records are taken",
        Centra.Ingest.JobPhase.Complete => "Complete",
        _ => "Unknown",
    };

    /// <summary>What a key may.</summary>
    public static string Scopes(Centra.Practices.KeyScopes scopes) => string.Join(", ", new[]
    {
        (Centra.Practices.KeyScopes.Ingest, "send records"), (Centra.Practices.KeyScopes.Screen, "screen records"), (Centra.Practices.KeyScopes.OptOut, "send opt-outs"), (Centra.Practices.KeyScopes.Read, "read own patients"),
    }.Where(scope => scopes.HasFlag(scope.Item1)).Select(scope => scope.Item2));

    /// <summary>Why an identity cannot be read, for whoever typed it.</summary>
    public static string Unreadable(string code) => code switch
    {
        "BadDate" => "the date of birth is no date of the calendar; write year, month, day, as in 1961-04-02",
        "BadValue" => "a field has a value that it cannot have",
        _ => "it is not written as this route takes it",
    };
}
