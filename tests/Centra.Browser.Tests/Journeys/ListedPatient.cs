namespace Centra.Browsing.Journeys;

/// <summary>A patient as the practice's page shows them.</summary>
internal sealed record ListedPatient(string Name, string Number)
{
    /// <summary>One of those that are listed.</summary>
    public static async Task<ListedPatient> OfAsync(IPage page, int row)
    {
        var cells = await page.Locator("tbody tr").Nth(row).Locator("td").AllInnerTextsAsync();
        return new ListedPatient(cells[0], cells[2]);
    }

    /// <summary>What stands beside a word on the patient's page.</summary>
    public static Task<string> FactAsync(IPage page, string word) => page.Locator($"dt:text-is('{word}') + dd").InnerTextAsync();

    /// <summary>Made up, and nevertheless printed nowhere.</summary>
    public override string ToString() => nameof(ListedPatient);
}
