using System.Buffers;
using System.Globalization;
using System.Text;

namespace Centra.Api.Http;

/// <summary>CSV as RFC 4180 has it. A text that a spreadsheet would run as a formula gets an apostrophe before it.</summary>
internal static class Csv
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> Formulas = SearchValues.Create("=+-@\t");

    public static string Write<T>(IEnumerable<T> items, (string Name, Func<T, object?> Value)[] columns)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', columns.Select(column => column.Name)).Append("\r\n");
        foreach (var item in items)
            text.AppendJoin(',', columns.Select(column => Cell(column.Value(item)))).Append("\r\n");
        return text.ToString();
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        DateTimeOffset at => at.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        IFormattable number and not Enum => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable<string> words => Text(string.Join(' ', words)),
        _ => Text(value.ToString() ?? ""),
    };

    private static string Text(string text)
    {
        if (text.Length > 0 && Formulas.Contains(text[0]))
            text = "'" + text;
        return text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
    }
}
