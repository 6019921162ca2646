using Centra.Storage;

namespace Centra.Api.Portal;

/// <summary>Practices in a choice, by their names.</summary>
internal static class PracticeChoices
{
    // More than these nobody looks through: then the id is typed.
    private const int Most = 300;

    /// <summary>All practices; null where they are too many.</summary>
    public static async Task<IReadOnlyList<(string Value, string Text)>?> OfAsync(ReadStore read)
    {
        var all = await read.Database.ReadAsync(session => PracticeList.AllAsync(session, Most + 1));
        return all.Count > Most ? null : all;
    }

    /// <summary>The same after words for none of them.</summary>
    public static IReadOnlyList<(string Value, string Text)>? Or(this IReadOnlyList<(string Value, string Text)>? practices, string none) => practices is null ? null : [("", none), .. practices];
}
