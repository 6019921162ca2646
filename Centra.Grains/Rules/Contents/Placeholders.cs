using System.Text.RegularExpressions;
using Centra.Documents;

namespace Centra.Rules;

/// <summary>Names in texts that are replaced when the text is used: <c>{{name}}</c>.</summary>
public static partial class Placeholders
{
    /// <summary>The text with its names replaced. A name that has no value stays, so that it is seen.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Form().Replace(text, match => values.TryGetValue(match.Groups[1].Value, out var value) ? value : match.Value);

    /// <summary>Notes names that are not known, and braces that are no name.</summary>
    internal static void Check(Fields fields, string name, string text, IEnumerable<string> known)
    {
        foreach (var unknown in Form().Matches(text).Select(match => match.Groups[1].Value).Except(known))
            fields.Fault(name, $"has the placeholder {{{{{unknown}}}}}, which is not known");
        var rest = Form().Replace(text, "");
        if (rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal))
            fields.Fault(name, "has double braces that are no placeholder");
    }

    [GeneratedRegex(@"\{\{([A-Za-z]{1,40})\}\}")]
    private static partial Regex Form();
}
