using System.Reflection;

namespace Centra.Matching;

/// <summary>
/// Given names that at least a hundred children in the United States were given between 1880 and 2024 (national baby name data of the
/// Social Security Administration). A name in it that is one letter off another is a name, not a slip.
/// </summary>
internal static class KnownGivenNames
{
    private const string Resource = "Centra.Matching.known-given-names.txt";

    private static readonly Lazy<HashSet<string>> Names = new(Load);

    public static bool Contains(string name) => Names.Value.Contains(name);

    private static HashSet<string> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded.");
        using var reader = new StreamReader(stream);
        return new HashSet<string>(reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
    }
}
