using System.Globalization;
using System.Text;

namespace Centra.Synthetic;

/// <summary>Rows for datasets of the first catalogue: made up, from a seed, in the columns of their dictionaries.</summary>
public static class SyntheticRows
{
    private static readonly string[] Tracks = ["breast", "lung", "colorectal", "hematologic", "prostate", "melanoma", "care-delivery", "supportive-care"];
    private static readonly string[] Presentations = ["oral", "poster", "poster", "poster", "publication-only"];
    private static readonly string[] Countries = ["US", "US", "US", "GB", "DE", "JP", "CA", "IT", "BR", "IN"];
    private static readonly string[] Regions = ["northeast", "midwest", "south", "west", "other"];
    private static readonly string[] Settings = ["independent", "hospital-owned", "academic", "network"];
    private static readonly string[] Sizes = ["1-2", "3-6", "7-12", "13-24", "25-and-more"];
    private static readonly string[] Pressures = ["staffing", "drug-costs", "payers", "technology", "competition", "other"];
    private static readonly string[] YesNo = ["yes", "no"];

    /// <summary>Abstracts, the columns of <c>meeting-abstracts</c>.</summary>
    public static string Abstracts(int rows, int seed) => Csv("abstract_id,year,meeting,track,presentation,title,authors,first_author_country,words,text", rows, seed, (dice, row) =>
    {
        var track = dice.Pick(Tracks);
        var arms = dice.Between(2, 4);
        return [
            $"A{row:00000}", Text(dice.Between(2015, 2025)), dice.Chance(0.8) ? "annual-meeting" : "symposium", track, dice.Pick(Presentations),
            $"Made-up study {row} in {track} with {arms} arms", $"Example, A. {row}; Sample, B.", dice.Pick(Countries), Text(dice.Between(180, 420)),
            $"Background: this text is made up. Methods: {arms} arms, {dice.Between(20, 900)} participants. Results: none, for nobody took part.",
        ];
    });

    /// <summary>Answers of practices, the columns of <c>practice-census</c>.</summary>
    public static string PracticeCensus(int rows, int seed) => Csv(
        "response_id,year,region,setting,oncologists,clinical_trials,telehealth,main_pressure", rows, seed, (dice, row) =>
        [
            $"R{row:00000}", Text(dice.Between(2019, 2025)), dice.Pick(Regions), dice.Pick(Settings), dice.Pick(Sizes), dice.Pick(YesNo), dice.Pick(YesNo), dice.Pick(Pressures),
        ]);

    private static string Csv(string header, int rows, int seed, Func<Dice, int, string[]> cells)
    {
        var text = new StringBuilder(header).Append('\n');
        for (var row = 1; row <= rows; row++)
            text.AppendJoin(',', cells(Dice.Of((ulong)seed, (ulong)row), row).Select(Quoted)).Append('\n');
        return text.ToString();
    }

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\n") ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
