using Centra.Synthetic;

namespace Centra.Bench.Gate.Ingest;

/// <summary>Batches of a practice's export: Patient lines, then clinical ones of 1.5 KB.</summary>
/// <param name="Patients">Batches of Patients.</param>
/// <param name="Clinical">Batches of the rest.</param>
internal sealed record Export(IReadOnlyList<byte[]> Patients, IReadOnlyList<byte[]> Clinical)
{
    /// <summary>Clinical lines of a patient.</summary>
    public const int ClinicalPerPatient = 40;

    private const int BatchLines = 1_000;
    private const int BytesPerResource = 1_500;

    /// <summary>Made of people nobody else is made of: by the number of the export.</summary>
    /// <param name="number">Which.</param>
    /// <param name="patients">How many people.</param>
    /// <param name="clinicalPerPatient">Clinical lines of each.</param>
    public static Export Make(int number, int patients, int clinicalPerPatient = ClinicalPerPatient)
    {
        var folder = Directory.CreateTempSubdirectory("centra-export-").FullName;
        try
        {
            BulkExport.Write(PeopleOf(number).Take(patients), number, folder, new BulkOptions(clinicalPerPatient, BytesPerResource));
            var files = Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).ToLookup(path => Path.GetFileName(path).Split('.')[0] is "Patient");
            string[] reference = ["Organization", "Location", "Practitioner"];
            return new Export(Batches(files[true]), Batches(files[false].Where(path => !reference.Contains(Path.GetFileName(path).Split('.')[0]))));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The people that an export of a number is made of.</summary>
    public static IEnumerable<Person> PeopleOf(int number) => new PeopleGenerator((ulong)(9_000 + number)).People();

    private static List<byte[]> Batches(IEnumerable<string> paths) =>
        [.. paths.SelectMany(File.ReadLines).Chunk(BatchLines).Select(lines => System.Text.Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))))];
}
