using System.Globalization;
using System.Text.Json;

namespace Centra.Documents;

/// <summary>
/// The fields of one object of a document. Each way of asking says what is allowed; what is not is noted with its path, and something
/// harmless is given instead, so that one reading finds all faults.
/// </summary>
public sealed partial class Fields
{
    private readonly JsonElement _object;
    private readonly string _path;
    private readonly List<string> _faults;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    private Fields(JsonElement element, string path, List<string> faults) => (_object, _path, _faults) = (element, path, faults);

    /// <summary>Words.</summary>
    public string Text(string name, int most = 200) => TextOrNull(name, most) ?? Wrong(name, $"needs 1 to {most} characters", "");

    /// <summary>Words, or nothing.</summary>
    public string? TextOrNull(string name, int most = 200)
    {
        if (Find(name) is not { } element)
            return null;
        var text = element.ValueKind is JsonValueKind.String ? element.GetString()!.Trim() : "";
        return text.Length > 0 && text.Length <= most ? text : Wrong(name, $"needs 1 to {most} characters", "?");
    }

    /// <summary>Paragraphs: one string, or a list of lines, which is easier to read and to compare.</summary>
    public string Prose(string name, int most)
    {
        if (Find(name) is not { ValueKind: JsonValueKind.Array } lines)
            return Text(name, most);
        var text = lines.EnumerateArray().All(line => line.ValueKind is JsonValueKind.String) ? string.Join('\n', lines.EnumerateArray().Select(line => line.GetString())).Trim() : "";
        return text.Length > 0 && text.Length <= most ? text : Wrong(name, $"needs lines of 1 to {most} characters together", "");
    }

    /// <summary>A name that other parts of a document, or programs, speak of: small letters, digits, hyphens.</summary>
    public string Key(string name)
    {
        var key = TextOrNull(name, 60) ?? "";
        return Keys.IsKey(key) ? key : Wrong(name, "needs a key: 1 to 60 small letters, digits or hyphens, beginning with a letter", "");
    }

    /// <summary>A whole number.</summary>
    public int Whole(string name, int least, int most, int? otherwise = null) => WholeOrNull(name, least, most) ?? otherwise ?? Wrong(name, $"needs a whole number from {least} to {most}", least);

    /// <summary>A whole number, or nothing.</summary>
    public int? WholeOrNull(string name, int least, int most)
    {
        if (Find(name) is not { } element)
            return null;
        return element.ValueKind is JsonValueKind.Number && element.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : Wrong(name, $"needs a whole number from {least} to {most}", least);
    }

    /// <summary>An amount of money: not negative, two decimals at most.</summary>
    public decimal Amount(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Number } element && element.TryGetDecimal(out var amount) && amount is >= 0 and <= 1_000_000_000 && amount * 100 == decimal.Truncate(amount * 100)
            ? amount
            : Wrong(name, "needs an amount, 0 or more with at most two decimals", 0m);

    /// <summary>Yes or no.</summary>
    public bool Flag(string name, bool otherwise) => Find(name) switch
    {
        null => otherwise,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => Wrong(name, "needs true or false", otherwise),
    };

    /// <summary>A day.</summary>
    public DateOnly Day(string name) => DayOrNull(name) ?? Wrong(name, "needs a day as yyyy-MM-dd", default(DateOnly));

    /// <summary>A day, or nothing.</summary>
    public DateOnly? DayOrNull(string name)
    {
        if (Find(name) is not { } element)
            return null;
        return element.ValueKind is JsonValueKind.String && DateOnly.TryParseExact(element.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : Wrong(name, "needs a day as yyyy-MM-dd", default(DateOnly));
    }

    /// <summary>One of the members of an enum but its zero, in camelCase.</summary>
    public T Choice<T>(string name, T? otherwise = null)
        where T : struct, Enum => Find(name) is null && otherwise is { } usual ? usual : ChoiceOf<T>(Find(name)) ?? Wrong(name, $"needs one of {Keys.NamesOf<T>()}", default(T));

    /// <summary>Notes a fault that only several fields together show.</summary>
    public void Fault(string name, string what) => _faults.Add($"{_path}{name} {what}.");

    private static T? ChoiceOf<T>(JsonElement? element)
        where T : struct, Enum =>
        element is { ValueKind: JsonValueKind.String } text && char.IsAsciiLetter(text.GetString()!.FirstOrDefault())
            && Enum.TryParse<T>(text.GetString(), ignoreCase: true, out var choice) && Enum.IsDefined(choice) && Convert.ToInt32(choice, CultureInfo.InvariantCulture) != 0
            ? choice
            : null;

    // A field that is null is a field that is not there.
    private JsonElement? Find(string name)
    {
        _asked.Add(name);
        return _object.TryGetProperty(name, out var element) && element.ValueKind is not JsonValueKind.Null ? element : null;
    }

    private T Wrong<T>(string name, string what, T instead)
    {
        Fault(name, what);
        return instead;
    }
}
