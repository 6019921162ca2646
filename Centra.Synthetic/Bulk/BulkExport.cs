using System.Globalization;

namespace Centra.Synthetic;

/// <summary>
/// Writes a FHIR R4 bulk export of cancer patients who do not exist: one NDJSON file for each resource type. The same people, seed and
/// options give the same bytes; each person's records depend on nobody else's. Memory does not grow with the number of people.
/// </summary>
public static class BulkExport
{
    /// <summary>Writes the files into a folder, replacing those of the same names.</summary>
    /// <param name="people">Read once, one at a time.</param>
    /// <param name="seed">Decides everything that the person does not say.</param>
    /// <param name="folder">Created if missing.</param>
    /// <param name="options">How much for each person.</param>
    public static BulkSummary Write(IEnumerable<Person> people, int seed, string folder, BulkOptions? options = null)
    {
        Directory.CreateDirectory(folder);
        var asked = options ?? new BulkOptions();
        var sites = new CareSites(seed);
        using var files = new BulkFiles(folder);
        sites.Write(files);
        var reference = files.Lines;
        long patients = 0;
        foreach (var person in people)
        {
            new PatientStory(person, seed, sites, asked).Write(files);
            patients++;
        }

        files.Finish();
        return new BulkSummary(patients, files.Lines - reference - patients, reference, files.Bytes);
    }

    /// <summary>The id that a person's Patient has in every export with this seed.</summary>
    public static string PatientId(Person person, int seed) => NewId(new PersonalRandom(seed, person.Number));

    internal static string NewId(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString("D", CultureInfo.InvariantCulture);
    }
}
