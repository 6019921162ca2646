using System.Net;
using System.Text.RegularExpressions;

namespace Centra.Service.Tests.Hosts;

/// <summary>A form as it stands on a page, with what is filled in already: what a browser would send when its button is pressed, without any script.</summary>
public sealed partial class PageForm
{
    private readonly List<KeyValuePair<string, string>> _fields;

    private PageForm(string action, List<KeyValuePair<string, string>> fields) => (Action, _fields) = (action, fields);

    /// <summary>Where it is sent.</summary>
    public string Action { get; }

    /// <summary>Its fields.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields => _fields;

    /// <summary>The form that is sent to this address; null where the page has none.</summary>
    public static PageForm? Find(string page, string action)
    {
        var form = Forms().Matches(page).Select(match => match.Value).FirstOrDefault(text => Attribute(Opening().Match(text).Value, "action") == action);
        return form is null ? null : new PageForm(action, [.. Inputs(form), .. Texts(form), .. Choices(form)]);
    }

    /// <summary>The same with this typed into it.</summary>
    public PageForm With(params (string Name, string Value)[] typed)
    {
        var names = typed.Select(one => one.Name).ToHashSet();
        return new PageForm(Action, [.. _fields.Where(field => !names.Contains(field.Key)), .. typed.Select(one => KeyValuePair.Create(one.Name, one.Value))]);
    }

    /// <summary>What is in a field; null where there is no such field.</summary>
    public string? this[string name] => _fields.Where(field => field.Key == name).Select(field => field.Value).FirstOrDefault();

    private static IEnumerable<KeyValuePair<string, string>> Inputs(string form) => Input().Matches(form).Select(match => match.Value)
        .Where(input => !input.Contains("type=\"checkbox\"", StringComparison.Ordinal) || input.Contains(" checked", StringComparison.Ordinal))
        .Where(input => !input.Contains("type=\"file\"", StringComparison.Ordinal) && Attribute(input, "name") is not null)
        .Select(input => KeyValuePair.Create(Attribute(input, "name")!, Attribute(input, "value") ?? ""));

    private static IEnumerable<KeyValuePair<string, string>> Texts(string form) => Area().Matches(form).Select(match =>
        KeyValuePair.Create(Attribute(match.Groups[1].Value, "name")!, WebUtility.HtmlDecode(match.Groups[2].Value)));

    private static IEnumerable<KeyValuePair<string, string>> Choices(string form) => Select().Matches(form).Select(match =>
    {
        var options = Option().Matches(match.Groups[2].Value).Select(option => option.Value).ToList();
        var chosen = options.Find(option => option.Contains(" selected", StringComparison.Ordinal)) ?? options.FirstOrDefault() ?? "";
        return KeyValuePair.Create(Attribute(match.Groups[1].Value, "name")!, Attribute(chosen, "value") ?? "");
    });

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    [GeneratedRegex("<form\\b.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<form\\b[^>]*>")]
    private static partial Regex Opening();

    [GeneratedRegex("<input\\b[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("<textarea\\b([^>]*)>(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex Area();

    [GeneratedRegex("<select\\b([^>]*)>(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option\\b[^>]*>")]
    private static partial Regex Option();
}
