namespace Centra.Browsing.Walk;

/// <summary>Whether a page can be read without being pushed from side to side: at 200 % zoom of a usual window, and on a phone.</summary>
internal static class Widths
{
    private static readonly int[] Narrow = [640, 360];

    // What sticks out of the page, unless it stands in a part that scrolls by itself.
    private const string Overflow = """
        () => document.scrollingElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
            .filter(part => part.getBoundingClientRect().right > innerWidth + 1 && !part.closest('.wide'))
            .map(part => part.tagName.toLowerCase() + (part.id ? '#' + part.id : '') + (part.className ? '.' + part.className : ''))
        """;

    /// <summary>What is too wide, with everything unfolded.</summary>
    public static async Task<IReadOnlyList<string>> TooWideAsync(this IPage page)
    {
        var found = new List<string>();
        foreach (var width in Narrow)
        {
            await page.SetViewportSizeAsync(width, 800);
            if (await page.EvaluateAsync<string[]>(Overflow) is { Length: > 0 } wide)
                found.Add($"{new Uri(page.Url).PathAndQuery} at {width}: {string.Join(", ", wide.Take(5))}");
        }
        await page.SetViewportSizeAsync(1280, 900);
        return found;
    }
}
