namespace Centra.Api.Portal;

/// <summary>The places of a practice.</summary>
public static class PracticeTabs
{
    /// <summary>In the order in which they are used.</summary>
    public static IReadOnlyList<(string Text, string Link)> All { get; } =
    [
        ("Practice", "/practice"), ("Opt a patient out", "/practice/opt-out"), ("A file of opt-outs", "/practice/opt-out-file"), ("Opt-outs", "/practice/opt-outs"),
        ("Patients", "/practice/patients"), ("Kept out by mistake", "/practice/dispute"), ("Uploads", "/practice/uploads"), ("API keys", "/practice/keys"), ("Leaving", "/practice/leaving"),
    ];
}
