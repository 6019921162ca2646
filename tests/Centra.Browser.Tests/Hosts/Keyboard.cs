namespace Centra.Browsing.Hosts;

/// <summary>Somebody who has a keyboard alone.</summary>
public sealed class Keyboard(IPage page)
{
    private const int MostSteps = 150;

    // What a screen reader would call it, and whether one sees that it has the focus.
    private const string Focused = """
        () => {
            const here = document.activeElement;
            const name = here.getAttribute('aria-label') ?? here.labels?.[0]?.textContent ?? here.textContent;
            const look = getComputedStyle(here);
            return [name.replace(/\s+/g, ' ').trim(), look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 0 ? 'seen' : ''];
        }
        """;

    /// <summary>Goes on with the tab key until something has the focus whose name begins with this.</summary>
    public async Task ReachAsync(string name)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            var here = await page.EvaluateAsync<string[]>(Focused);
            if (!here[0].StartsWith(name, StringComparison.Ordinal))
                continue;
            here[1].ShouldBe("seen", $"The focus on {name} is not to be seen.");
            return;
        }
        throw new ShouldAssertException($"The tab key does not lead to {name} on {page.Url}.");
    }

    /// <summary>Reaches a field and types into it.</summary>
    public async Task TypeAsync(string field, string text)
    {
        await ReachAsync(field);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Reaches a link or button and presses a key on it, which leads to another page.</summary>
    public async Task PressAsync(string name, string key = "Enter")
    {
        await ReachAsync(name);
        await LeaveAsync(key);
    }

    /// <summary>Presses a key that leads to another page.</summary>
    public async Task LeaveAsync(string key)
    {
        await page.EvaluateAsync("() => document.documentElement.setAttribute('data-left', '')");
        await page.Keyboard.PressAsync(key);
        await Expect(page.Locator("html[data-left]")).ToHaveCountAsync(0);
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }
}
