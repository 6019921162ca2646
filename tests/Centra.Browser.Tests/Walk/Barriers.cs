using Deque.AxeCore.Commons;

namespace Centra.Browsing.Walk;

/// <summary>What axe finds on a page against WCAG 2.2 AA.</summary>
internal static class Barriers
{
    private const string Run = """
        async () => {
            document.querySelectorAll('details').forEach(part => part.open = true);
            const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
            const found = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
            return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id} at ${node.target}: ${rule.help}`));
        }
        """;

    private static readonly string Axe = Read();

    /// <summary>Opens what is folded up, so that it is looked at too, and lets axe look.</summary>
    public static async Task<IReadOnlyList<string>> BarriersAsync(this IPage page)
    {
        await page.EvaluateAsync(Axe);
        return [.. (await page.EvaluateAsync<string[]>(Run)).Select(barrier => $"{new Uri(page.Url).PathAndQuery}: {barrier}")];
    }

    private static string Read()
    {
        using var text = new StreamReader(typeof(AxeRunOptions).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")!);
        return text.ReadToEnd();
    }
}
