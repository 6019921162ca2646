using System.Globalization;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Proof.Crashes;

/// <summary>The people of the stories.</summary>
internal static class Cast
{
    /// <summary>Opts out.</summary>
    public static TestPerson Ann { get; } = new("Annabel", "Quimby", "1961-04-17") { Phone = "617-555-0142" };

    /// <summary>Her twin: her opt-out makes him a question.</summary>
    public static TestPerson Twin { get; } = Ann with { Given = "Theodore", Gender = "male" };

    /// <summary>One of many who have nothing to do with anybody else.</summary>
    public static TestPerson Other(int at) => new(Name("Gi", at), Name("Fa", at * 7 + 3), string.Create(CultureInfo.InvariantCulture, $"{1921 + at * 13 % 70}-{1 + at % 12:d2}-{1 + at * 5 % 28:d2}"))
    {
        AddressLine = $"{100 + at * 37} Elm Road",
        PostalCode = $"{10_000 + at * 173 % 90_000}",
    };

    /// <summary>A person's Patient and some conditions.</summary>
    public static IEnumerable<string> Chart(this TestPerson person, string id, int records) =>
        Enumerable.Range(0, records).Select(at => TestLines.Condition($"{id}-c{at}", id)).Prepend(person.Patient(id));

    /// <summary>How many opt-outs are in force.</summary>
    public static Task<long> InForceAsync(this GateHost gate) => gate.Vault.NumberAsync("select count(*) from opt_out where withdrawn_by is null");

    /// <summary>Whether a patient and the patient's records can be read by anybody.</summary>
    public static async Task<bool> IsReadableAsync(this GateHost gate, string practice, string patientId) =>
        await new TestPractice(gate, practice).FindAsync(patientId) is { Status: PatientStatus.Live or PatientStatus.Held } row
        && (await gate.Get<PatientKeys>().OpenAsync([row.KeyNo])).Count > 0;

    // Four letters of their own a person, none near another's.
    private static string Name(string start, int at) => start + string.Concat(Enumerable.Range(0, 3).Select(place => "bdfgklmnprstvz"[(at / (int)Math.Pow(14, place) * (place + 3) + at) % 14] + "aeiou"[(at + place) % 5].ToString()));
}
