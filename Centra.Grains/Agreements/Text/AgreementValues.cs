using System.Globalization;
using System.Text.RegularExpressions;
using Centra.Datasets;

namespace Centra.Agreements;

/// <summary>What placeholders stand for. What is long stands in an exhibit, and the placeholder names it.</summary>
internal sealed partial class AgreementValues
{
    private readonly Dictionary<string, string?> _values;

    public AgreementValues(AgreementContent content, int version, DateOnly issuedOn) => _values = new Dictionary<string, string?>
    {
        ["society"] = content.Society,
        ["requestId"] = content.RequestId,
        ["title"] = content.Title,
        ["version"] = version.ToString(CultureInfo.InvariantCulture),
        ["issuedOn"] = issuedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["institution"] = content.Institution.Name,
        ["institutionId"] = content.Institution.Ror,
        ["principalInvestigator"] = content.Investigator.Name,
        ["signingOfficial"] = content.SigningOfficial,
        ["purpose"] = "the purpose stated in Exhibit C",
        ["datasets"] = string.Join("; ", content.Datasets.Select(dataset => $"{dataset.Title} (version {dataset.Version})")),
        ["variables"] = "the variables listed in Exhibit A",
        ["cohort"] = "the records described in Exhibit B",
        ["team"] = "the persons named in Exhibit D",
        ["conditions"] = content.Conditions.IsEmpty ? "no further conditions" : "the conditions in Exhibit E",
        ["cost"] = Money(content.Cost.Total, content.Cost.Currency),
        ["currency"] = content.Cost.Currency,
        ["termMonths"] = content.TermMonths.ToString(CultureInfo.InvariantCulture),
        ["sensitivity"] = string.Join(", ", content.Datasets.Select(dataset => dataset.Sensitivity).Distinct().Order().Select(WordsOf)),
    };

    /// <summary>An amount as a contract states it.</summary>
    public static string Money(decimal amount, string currency) => string.Create(CultureInfo.InvariantCulture, $"{currency} {amount:N2}");

    /// <summary>A sensitivity in words.</summary>
    public static string WordsOf(Sensitivity sensitivity) => sensitivity switch
    {
        Sensitivity.Open => "open",
        Sensitivity.Confidential => "confidential",
        Sensitivity.DeIdentified => "de-identified",
        Sensitivity.LimitedDataSet => "limited data set",
        Sensitivity.None => throw new ArgumentOutOfRangeException(nameof(sensitivity), "A dataset without a sensitivity is never drafted."),
        _ => throw new ArgumentOutOfRangeException(nameof(sensitivity)),
    };

    /// <summary>Names in a text that have no value.</summary>
    public IEnumerable<string> MissingIn(string text) =>
        Placeholder().Matches(text).Select(match => match.Groups[1].Value).Where(name => string.IsNullOrWhiteSpace(_values.GetValueOrDefault(name)));

    /// <summary>The text with its names replaced, once: a value that looks like a name stays what somebody wrote.</summary>
    public string Fill(string text) => PlainWords.Line(Placeholder().Replace(text, match => PlainWords.Line(_values[match.Groups[1].Value]!)));

    [GeneratedRegex(@"\{\{\s*([^{}]{0,60}?)\s*\}\}")]
    private static partial Regex Placeholder();
}
