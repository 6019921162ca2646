using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Centra.Releases;

/// <summary>The texts that go with the data: a dictionary for each dataset, and what there is to know before opening anything. Pure.</summary>
internal static class ReleaseTexts
{
    /// <summary>The dictionary of an extract.</summary>
    public static byte[] Dictionary(ExtractPlan plan) => Encoding.UTF8.GetBytes(string.Concat(plan.Variables
        .Select(variable => CsvText.Line(
        [
            variable.Name, variable.Label, variable.Meaning, variable.Type.ToString().ToLowerInvariant(), string.Join('|', variable.Values), Coarser(plan, variable.Name),
        ]))
        .Prepend(CsvText.Line(["name", "label", "meaning", "type", "values", "may be coarser"]))));

    /// <summary>What there is to know before opening anything.</summary>
    public static byte[] ReadMe(ReleaseOrder order, ImmutableArray<ManifestDataset> datasets) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"""
        Data for request {order.RequestId}, version {order.Version}, ordered {order.PreparedAt:yyyy-MM-dd}.

        These data may be used for the approved purpose only, by the team named in the agreement, until it ends.
        Do not try to find out who anybody in them is, and do not link them with other data about people.

        Each data-*.csv is a table (CSV, RFC 4180, UTF-8, one header line); dictionary-*.csv says what its columns mean.
        Empty cells are missing values. Cells stand as they are in the source: a spreadsheet may take one that begins
        with = + - or @ for a formula, so import columns as text. manifest.json lists every file with its SHA-256.

        {string.Join("\n", datasets.Select(Sentence))}

        """).ReplaceLineEndings("\n"));

    private static string Sentence(ManifestDataset dataset) => string.Create(CultureInfo.InvariantCulture,
        $"{dataset.DatasetId} (version {dataset.Version}): {dataset.Check.Rows} rows. ") + (dataset.Check.K == 0
            ? "Open data; nothing was left out or made coarser."
            : string.Create(CultureInfo.InvariantCulture, $"At least {dataset.Check.K} rows share every combination of {Names(dataset.Check)}; to that end {dataset.Check.Generalised} rows were made coarser and {dataset.Check.Dropped} left out."));

    private static string Names(ExtractCheck check) => check.QuasiIdentifiers.IsEmpty ? "identifying columns, of which there are none here" : string.Join(", ", check.QuasiIdentifiers);

    private static string Coarser(ExtractPlan plan, string name) => plan.K == 0 ? "" : plan.Generalisations.FirstOrDefault(one => one.Variable == name) switch
    {
        null => "",
        { Band: 0 } => "\"other\" where too few rows share a value",
        { Band: var band } => string.Create(CultureInfo.InvariantCulture, $"bands of {band} where too few rows share a value"),
    };
}
