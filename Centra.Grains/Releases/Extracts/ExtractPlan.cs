using System.Collections.Immutable;
using System.Globalization;
using Centra.Datasets;

namespace Centra.Releases;

/// <summary>How an extract is made: decided from order, approval, dictionary and release profile before the first row is read. Pure.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Source">The version that it is taken from.</param>
/// <param name="Variables">Its columns.</param>
/// <param name="Conditions">What rows have to meet: the ordered filters and the approved years.</param>
/// <param name="QuasiIdentifiers">Those among the columns.</param>
/// <param name="K">Least number of rows for each of their combinations; 0: none is needed.</param>
internal sealed record ExtractPlan(
    DatasetView Dataset, DatasetVersion Source, ImmutableArray<DatasetVariable> Variables, ImmutableArray<RowFilter> Conditions, ImmutableArray<string> QuasiIdentifiers, int K)
{
    /// <summary>The conditions, read by the dictionary.</summary>
    public ImmutableArray<CellFilter> Filters { get; private init; } = [];

    /// <summary>How quasi-identifiers among the columns are made coarser.</summary>
    public ImmutableArray<Generalisation> Generalisations { get; private init; } = [];

    /// <summary>Places of the quasi-identifiers among the columns.</summary>
    public int[] QuasiPlaces => [.. Variables.Select((variable, at) => (variable.Name, at)).Where(one => QuasiIdentifiers.Contains(one.Name)).Select(one => one.at)];

    /// <summary>The plan, or why nothing may be taken out like this.</summary>
    public static Result<ExtractPlan> Of(ExtractOrder order, ApprovedDataset approved, DatasetView dataset)
    {
        if (dataset.ReleaseProfile is not { } profile)
            return ReleaseRefusal.ProfileIsMissing;
        var isOpen = dataset.Sensitivity is Sensitivity.Open;
        if (!profile.IsRecordLevel && !isOpen)
            return ReleaseRefusal.RecordsMayNotLeave;
        if (dataset.Versions.FirstOrDefault(version => version.Number == order.Version) is not { } source)
            return ReleaseRefusal.VersionIsMissing;
        var leaving = dataset.Variables.Where(variable => profile.Columns.Contains(variable.Name) && source.Columns.Contains(variable.Name) && (isOpen || variable.Identifying is not IdentifyingKind.Direct))
            .ToDictionary(variable => variable.Name);
        if (order.Variables.Where(name => !leaving.ContainsKey(name)).ToList() is { Count: > 0 } kept)
            return ReleaseRefusal.VariablesMayNotLeave.Because($"The release profile does not let out: {string.Join(", ", kept)}.");
        ImmutableArray<DatasetVariable> variables = [.. order.Variables.Select(name => leaving[name])];
        ImmutableArray<string> quasi = [.. variables.Where(one => one.Identifying is IdentifyingKind.Quasi || profile.QuasiIdentifiers.Contains(one.Name)).Select(one => one.Name)];
        var plan = new ExtractPlan(dataset, source, variables, [.. order.Filters, .. Years(approved, dataset.Variables.Where(one => source.Columns.Contains(one.Name)).ToList())], quasi, isOpen ? 0 : Math.Max(profile.K, DictionaryRules.LeastK))
        {
            Generalisations = [.. (profile.Generalisations ?? []).Where(coarser => quasi.Contains(coarser.Variable))],
        };
        return WithFilters(plan, isOpen);
    }

    private static Result<ExtractPlan> WithFilters(ExtractPlan plan, bool isOpen)
    {
        var filters = ImmutableArray.CreateBuilder<CellFilter>();
        foreach (var condition in plan.Conditions)
        {
            var variable = plan.Dataset.Variables.FirstOrDefault(one => one.Name == condition.Variable && plan.Source.Columns.Contains(one.Name));
            if (variable is null || (variable.Identifying is IdentifyingKind.Direct && !isOpen) || CellFilter.Of(variable, condition) is not { } filter)
                return ReleaseRefusal.FilterIsWrong;
            filters.Add(filter);
        }
        return plan with { Filters = filters.ToImmutable() };
    }

    // The years that were approved, which a row without a year does not lie in: on the first variable that is a year; where there is none, on the first that is a day.
    private static IEnumerable<RowFilter> Years(ApprovedDataset approved, List<DatasetVariable> variables)
    {
        if (approved is { FromYear: null, ToYear: null })
            yield break;
        if (variables.FirstOrDefault(one => one.Type is VariableType.Year) is { } year)
            yield return new RowFilter(year.Name, [], Text(approved.FromYear, ""), Text(approved.ToYear, ""));
        else if (variables.FirstOrDefault(one => one.Type is VariableType.Date) is { } day)
            yield return new RowFilter(day.Name, [], Text(approved.FromYear, "-01-01"), Text(approved.ToYear, "-12-31"));
    }

    private static string? Text(int? year, string then) => year is null ? null : year.Value.ToString("0000", CultureInfo.InvariantCulture) + then;
}
