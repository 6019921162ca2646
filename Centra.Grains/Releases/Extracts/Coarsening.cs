using System.Globalization;

namespace Centra.Releases;

/// <summary>Makes the quasi-identifiers of a row coarser, as the release profile says. Pure.</summary>
internal sealed class Coarsening(ExtractPlan plan)
{
    private const string Other = "other";

    private readonly (int Place, int Band)[] _steps =
        [.. plan.Generalisations.Select(coarser => (plan.Variables.Select(one => one.Name).ToList().IndexOf(coarser.Variable), coarser.Band))];

    /// <summary>Whether anything is made coarser at all.</summary>
    public bool DoesNothing => _steps.Length == 0;

    /// <summary>The coarser row.</summary>
    public string[] Of(string[] cells)
    {
        string[] coarser = [.. cells];
        foreach (var (place, band) in _steps)
            coarser[place] = Of(cells[place], band);
        return coarser;
    }

    // A missing number stays missing: it is no year that a band could hold.
    private static string Of(string cell, int band)
    {
        if (band == 0)
            return Other;
        if (!long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return cell;
        var from = number - (((number % band) + band) % band);
        return string.Create(CultureInfo.InvariantCulture, $"{from}-{from + band - 1}");
    }
}
