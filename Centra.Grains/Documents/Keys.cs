using System.Text.Json;
using System.Text.RegularExpressions;

namespace Centra.Documents;

/// <summary>Names that programs speak of.</summary>
public static partial class Keys
{
    /// <summary>Whether this is small letters, digits and hyphens, at most 60, and begins with a letter.</summary>
    public static bool IsKey(string? text) => text is not null && Form().IsMatch(text);

    /// <summary>The names of an enum's members as documents write them, without its zero.</summary>
    internal static string NamesOf<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetNames<T>().Where(name => !Enum.Parse<T>(name).Equals(default(T))).Select(JsonNamingPolicy.CamelCase.ConvertName));

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,59}\z")]
    private static partial Regex Form();
}
