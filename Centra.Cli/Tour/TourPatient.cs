using System.Text.Json;

namespace Centra.Cli.Tour;

/// <summary>The made-up patient of an export who is going to opt out.</summary>
internal sealed class TourPatient(string id, JsonElement resource)
{
    /// <summary>Takes one of the patients of an export.</summary>
    public static TourPatient Of(string export, int which)
    {
        var line = File.ReadLines(Path.Combine(export, "Patient.000.ndjson")).ElementAt(which);
        var resource = JsonDocument.Parse(line).RootElement;
        return new TourPatient(resource.GetProperty("id").GetString()!, resource);
    }

    /// <summary>How many lines of an export are about this patient.</summary>
    public long LinesIn(string export) => Directory.GetFiles(export, "*.ndjson").SelectMany(File.ReadLines).LongCount(IsAbout);

    /// <summary>Writes the lines that are about this patient, file by file, to another folder.</summary>
    public void CopyLines(string export, string folder)
    {
        foreach (var file in Directory.GetFiles(export, "*.ndjson"))
        {
            var lines = File.ReadLines(file).Where(IsAbout).ToList();
            if (lines.Count > 0)
                File.WriteAllLines(Path.Combine(folder, Path.GetFileName(file)), lines);
        }
    }

    /// <summary>What stands on the patient's form.</summary>
    public object Form() => new
    {
        given = resource.GetProperty("name")[0].GetProperty("given"),
        family = resource.GetProperty("name")[0].GetProperty("family"),
        birthDate = resource.GetProperty("birthDate"),
        sex = resource.GetProperty("gender"),
        postalCode = resource.GetProperty("address")[0].GetProperty("postalCode"),
        addressLine = resource.GetProperty("address")[0].GetProperty("line")[0],
    };

    // Ids are long and random, so that they occur only where this patient is meant.
    private bool IsAbout(string line) => line.Contains(id, StringComparison.Ordinal);
}
