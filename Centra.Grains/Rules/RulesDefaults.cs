using System.Reflection;

namespace Centra.Rules;

/// <summary>The documents that a new installation begins with, written as JSON in the folder Defaults.</summary>
public static class RulesDefaults
{
    private const string Prefix = "Centra.Rules.";

    /// <summary>The document of a kind.</summary>
    public static string Of(string kind)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Prefix}{kind}.json") ?? throw new InvalidOperationException($"There is no default for the rules {kind}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
