using System.Globalization;
using System.Text.RegularExpressions;
using Centra.Datasets;

namespace Centra.Agreements;

/// <summary>What placeholders stand for. What is long stands in an exhibit, and the placeholder refers to it.</summary>
internal sealed partial class AgreementValues
{
    private static readonly Dictionary<string, string> References = new()
    {
        ["purpose"] = "the purpose stated in Exhibit C",
        ["variables"] = "the variables listed in Exhibit A",
        ["cohort"] = "the records described in Exhibit B",
        ["team"] = "the persons named in Exhibit D",
        ["conditions"] = "the conditions in Exhibit E",
    };

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
        ["datasets"] = string.Join("; ", content.Datasets.Select(dataset => $"{dataset.Title} (version {dataset.Version})")),
        ["cost"] = content.Cost.Total.ToString("N2", CultureInfo.InvariantCulture),
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
        Placeholder().Matches(text).Select(match => match.Groups[1].Value).Where(name => string.IsNullOrWhiteSpace(ValueOf(name)));

    /// <summary>The text with its names replaced, once: a value that looks like a name stays what somebody wrote. A reference alone becomes a sentence.</summary>
    public string Fill(string text)
    {
        var filled = PlainWords.Line(Placeholder().Replace(text, match => PlainWords.Line(ValueOf(match.Groups[1].Value)!)));
        return References.ContainsValue(filled) ? $"{char.ToUpperInvariant(filled[0])}{filled[1..]}." : filled;
    }

    private string? ValueOf(string name) => References.GetValueOrDefault(name) ?? _values.GetValueOrDefault(name);

    [GeneratedRegex(@"\{\{\s*([^{}]{0,60}?)\s*\}\}")]
    private static partial Regex Placeholder();
}
