namespace Centra.Agreements;

/// <summary>What an agreement needs before its text is written. The first fault is named; no word of the content is repeated. Pure.</summary>
internal static class ContentGuards
{
    private const int LongText = 20_000;
    private const int Line = 500;

    public static Refusal? WhyNot(AgreementContent content, DateTimeOffset now)
    {
        var fault = Parties(content) ?? Data(content) ?? Cost(content.Cost) ?? Term(content, now);
        return fault is null ? null : AgreementRefusal.ContentIsIncomplete.Because($"The content of the agreement is incomplete: {fault}.");
    }

    private static string? Parties(AgreementContent content) =>
        !Has(content.RequestId, 200) ? "the request has no id"
        : !Has(content.Society, Line) ? "the society has no name"
        : content.Institution is null || !Has(content.Institution.Name, Line) || !Has(content.Institution.Ror, 200) ? "the institution has no name or no id"
        : content.Investigator is null || !Has(content.Investigator.Name, Line) ? "the principal investigator has no name"
        : content.Team.IsDefault || content.Team.Length > 500 || content.Team.Any(person => person is null || !Has(person.Name, Line)) ? "a member of the team has no name"
        : null;

    private static string? Data(AgreementContent content) =>
        !Has(content.Title, Line) ? "the title is missing or too long"
        : !Has(content.Purpose, LongText) ? "the purpose is missing or too long"
        : content.Datasets.IsDefaultOrEmpty || content.Datasets.Length > 50 ? "it needs 1 to 50 datasets"
        : content.Datasets.Any(dataset => !Has(dataset.Title, Line) || !Has(dataset.Cohort, LongText) || dataset.Version < 1) ? "a dataset has no title, version or cohort"
        : content.Datasets.Any(dataset => dataset.Variables.IsDefaultOrEmpty || dataset.Variables.Length > 5000 || dataset.Variables.Any(name => !Has(name, 200))) ? "a dataset has no variables"
        : content.Datasets.Any(dataset => dataset.Sensitivity is Datasets.Sensitivity.None) ? "a dataset has no sensitivity"
        : content.Conditions.IsDefault || content.Conditions.Length > 100 || content.Conditions.Any(condition => !Has(condition, LongText)) ? "a condition is empty or too long"
        : null;

    private static string? Cost(AgreementCost cost) =>
        cost is null || cost.EstimateVersion < 1 || cost.Lines.IsDefault ? "there is no estimate"
        : cost.Currency is not { Length: 3 } || !cost.Currency.All(char.IsAsciiLetterUpper) ? "the currency is not one of ISO 4217"
        : cost.Total < 0 || cost.Lines.Append(new AgreementCostLine("-", cost.Total)).Any(line => line.Amount != decimal.Round(line.Amount, 2) || !Has(line.Text, Line)) ? "an amount has more than two decimals or a line no text"
        : cost.Lines.Sum(line => line.Amount) != cost.Total ? "the lines of the estimate do not add up to its total"
        : null;

    private static string? Term(AgreementContent content, DateTimeOffset now) =>
        content.TermMonths is < 1 or > 120 ? "it runs for 1 to 120 months"
        : string.IsNullOrEmpty(content.Zone) || !SocietyDays.IsKnown(content.Zone) ? "the time zone is unknown"
        : content.OpenUntil < SocietyDays.DayOf(now, content.Zone) ? "the last day for signing lies in the past"
        : content.Amends is { } former && (!Has(former.RequestId, 200) || !Has(former.Sha256, 64)) ? "the agreement that it amends is not named"
        : null;

    private static bool Has(string? text, int most) => !string.IsNullOrWhiteSpace(text) && text.Length <= most;
}
