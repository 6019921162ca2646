namespace Centra.Storage;

/// <summary>Names of columns as the SQL scripts write them.</summary>
internal static class SnakeCase
{
    public static string Of(string name) =>
        string.Concat(name.Select((letter, at) => at > 0 && char.IsUpper(letter) ? "_" + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));
}
