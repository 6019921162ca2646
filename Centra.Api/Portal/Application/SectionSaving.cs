using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Centra.Api.Http;
using Centra.Api.Requests;
using Centra.Requests;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>
/// Saves several fields of a form that a browser sent at once, each by the command that saves one. Fields that nobody touched are left alone, so
/// that what somebody else wrote meanwhile is neither overwritten nor a conflict.
/// </summary>
internal static class SectionSaving
{
    /// <summary>Begins the names of texts.</summary>
    public const string Text = "text.";

    /// <summary>Begins the names of the revisions that were read.</summary>
    public const string Revision = "revision.";

    /// <summary>Begins the names of what tells the text that was read.</summary>
    public const string Mark = "mark.";

    /// <summary>What tells a text from another one.</summary>
    public static string MarkOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Lines(text))))[..16];

    /// <summary>Saves what was changed.</summary>
    public static async Task<SavedFields> SaveAsync(string id, IFormCollection form, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids)
    {
        var (typed, refused) = (new Dictionary<string, string>(), new Dictionary<string, Refusal>());
        foreach (var (name, values) in form.Where(field => field.Key.StartsWith(Text, StringComparison.Ordinal)))
        {
            var (key, text) = (name[Text.Length..], Lines(values.ToString()));
            if (form[Mark + key] == MarkOf(text))
                continue;
            typed[key] = text;
            _ = int.TryParse(form[Revision + key], NumberStyles.None, CultureInfo.InvariantCulture, out var revision);
            var saved = await RequestRoutes.Grain(grains, id).Handle(caller.Command(request, $"page-section-{id}-{key}", ids), new EditSection(key, text, revision));
            if (saved.IsRefused)
                refused[key] = saved.Refusal;
        }
        return new SavedFields(typed, refused);
    }

    // Browsers send line ends as none of them is typed.
    private static string Lines(string text) => text.ReplaceLineEndings("\n");
}

/// <summary>What was typed, and what of it was not taken.</summary>
public sealed record SavedFields(IReadOnlyDictionary<string, string> Typed, IReadOnlyDictionary<string, Refusal> Refused)
{
    /// <summary>Nothing was sent.</summary>
    public static SavedFields None { get; } = new(new Dictionary<string, string>(), new Dictionary<string, Refusal>());

    /// <summary>The status of the page that shows this.</summary>
    public int? Status => Refused.Count == 0 ? null : Answers.StatusOf(Refused.Values.First().Kind);

    /// <summary>Nothing of what was typed.</summary>
    public override string ToString() => nameof(SavedFields);
}
