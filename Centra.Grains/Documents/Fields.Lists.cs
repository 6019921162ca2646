using System.Collections.Immutable;
using System.Text.Json;

namespace Centra.Documents;

/// <summary>Lists, objects within objects, and the document as a whole.</summary>
public sealed partial class Fields
{
    /// <summary>A list of objects.</summary>
    public ImmutableArray<T> List<T>(string name, Func<Fields, T> read, int least = 0, int most = 500) =>
        [.. Elements(name, least, most).Select((element, at) => Of(element, $"{_path}{name}[{at}].", _faults, read)).OfType<T>()];

    /// <summary>A list of words.</summary>
    public ImmutableArray<string> Texts(string name, int least = 0, int most = 500, int longest = 200) =>
        [.. Elements(name, least, most).Select((element, at) => TextAt(element, $"{name}[{at}]", longest))];

    /// <summary>A list of members of an enum.</summary>
    public ImmutableArray<T> Choices<T>(string name, int least = 0)
        where T : struct, Enum =>
        [.. Elements(name, least, 50).Select((element, at) => ChoiceOf<T>(element) ?? Wrong($"{name}[{at}]", $"needs one of {Keys.NamesOf<T>()}", default(T)))];

    /// <summary>A list of whole numbers.</summary>
    public ImmutableArray<int> Wholes(string name, int least, int most) =>
        [.. Elements(name, 0, 50).Select((element, at) => element.ValueKind is JsonValueKind.Number && element.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : Wrong($"{name}[{at}]", $"needs a whole number from {least} to {most}", least))];

    /// <summary>An object within this one, or nothing.</summary>
    public T? Within<T>(string name, Func<Fields, T> read)
        where T : class => Find(name) is { } element ? Of(element, $"{_path}{name}.", _faults, read) : null;

    /// <summary>Notes what stands in a list twice.</summary>
    public void Once<T>(string name, IEnumerable<T> keys)
    {
        foreach (var twice in keys.GroupBy(key => key).Where(same => same.Count() > 1))
            Fault(name, $"has \"{twice.Key}\" twice");
    }

    internal static T? Whole<T>(JsonElement root, List<string> faults, Func<Fields, T> read) => Of(root, "", faults, read);

    private static T? Of<T>(JsonElement element, string path, List<string> faults, Func<Fields, T> read)
    {
        if (element.ValueKind is not JsonValueKind.Object)
        {
            faults.Add($"{(path.Length == 0 ? "The document" : path.TrimEnd('.'))} needs to be an object.");
            return default;
        }
        var fields = new Fields(element, path, faults);
        var content = read(fields);
        faults.AddRange(element.EnumerateObject().Where(property => !fields._asked.Contains(property.Name)).Select(property => $"{path}{Shown(property.Name)} is not known here."));
        return content;
    }

    // Names come from the document and go into an answer: no longer than a name is.
    private static string Shown(string name) => name.Length <= 60 ? name : name[..60];

    private string TextAt(JsonElement element, string name, int longest)
    {
        var text = element.ValueKind is JsonValueKind.String ? element.GetString()!.Trim() : "";
        return text.Length > 0 && text.Length <= longest ? text : Wrong(name, $"needs 1 to {longest} characters", "");
    }

    private List<JsonElement> Elements(string name, int least, int most)
    {
        var found = Find(name);
        if (found is null && least == 0)
            return [];
        var elements = found is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray().ToList() : [];
        if (found is { ValueKind: not JsonValueKind.Array } || elements.Count < least || elements.Count > most)
            Fault(name, $"needs a list of {least} to {most}");
        return elements.Count > most ? [] : elements;
    }
}
