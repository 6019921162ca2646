using System.Reflection;

namespace Centra.Synthetic;

/// <summary>Rows of an embedded CSV file without quotes.</summary>
internal static class DataFile
{
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Centra.Synthetic.{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            yield return line.Split(',');
    }
}
