using System.Text.RegularExpressions;

namespace Centra.Browsing.Hosts;

/// <summary>A form on a page, filled in by its labels.</summary>
public sealed class Sheet(Visit visit, ILocator form, Regex button)
{
    /// <summary>All of a name; what is said to screen readers alone may stand apart by a blank.</summary>
    public static Regex Named(string name) => new($"^{Regex.Escape(name).Replace(":", @"\s*:", StringComparison.Ordinal)}$");

    /// <summary>Types into a field.</summary>
    public async Task<Sheet> FillAsync(string label, string text)
    {
        await form.GetByLabel(label).FillAsync(text);
        return this;
    }

    /// <summary>Types into every field of a label.</summary>
    public async Task<Sheet> FillAllAsync(string label, string text)
    {
        foreach (var field in await form.GetByLabel(label).AllAsync())
            await field.FillAsync(text);
        return this;
    }

    /// <summary>Chooses in every list of a label, by the first words of the choice.</summary>
    public async Task<Sheet> ChooseAsync(string label, string choice)
    {
        var lists = await form.GetByLabel(label).AllAsync();
        lists.ShouldNotBeEmpty(label);
        foreach (var list in lists)
            await list.SelectOptionAsync((await list.Locator("option").Filter(new() { HasTextRegex = new($"^\\s*{Regex.Escape(choice)}") }).First.GetAttributeAsync("value"))!);
        return this;
    }

    /// <summary>Ticks boxes.</summary>
    public async Task<Sheet> TickAsync(params string[] labels)
    {
        foreach (var label in labels)
            await form.GetByLabel(label).CheckAsync();
        return this;
    }

    /// <summary>Types into the last field and sends it, whatever is answered.</summary>
    public async Task FillAndSendAsync(string label, string text) => await (await FillAsync(label, text)).PressAsync();

    /// <summary>Sends it; it has to be taken.</summary>
    public async Task SendAsync()
    {
        await PressAsync();
        (await Refusals().AllInnerTextsAsync()).ShouldBeEmpty($"{button} on {visit.Page.Url}");
    }

    /// <summary>Sends it; it has to be refused with these words.</summary>
    public async Task ShouldBeRefusedAsync(string words)
    {
        await PressAsync();
        await Expect(Refusals()).ToContainTextAsync(words);
    }

    private Task PressAsync() => visit.LeaveAsync(form.GetByRole(AriaRole.Button, new() { NameRegex = button }));

    private ILocator Refusals() => visit.Page.GetByRole(AriaRole.Alert);
}
