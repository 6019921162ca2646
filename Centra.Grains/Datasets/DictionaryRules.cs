using System.Collections.Immutable;

namespace Centra.Datasets;

/// <summary>What has to hold between a dataset's sensitivity, its dictionary, its current version and what may leave. Pure.</summary>
public static class DictionaryRules
{
    /// <summary>The least number of rows that a combination of quasi-identifiers hides among (design: requests.md, "Money, release, catalogue").</summary>
    public const int LeastK = 11;

    /// <summary>The first thing that does not hold in a state; null: everything does.</summary>
    public static Refusal? WhatIsWrong(DatasetState state)
    {
        if (!state.IsOpen && state.Variables.Any(variable => variable.Identifying is IdentifyingKind.Direct))
            return DatasetRefusal.VariableIdentifiesPeople.Because();
        var names = NamesOf(state.Variables);
        if (state.Current is { } current && current.Columns.Except(names).ToList() is { Count: > 0 } lost)
            return DatasetRefusal.DictionaryLacksColumns.Because($"The current version has columns that this dictionary lacks: {string.Join(", ", lost)}.");
        return state.Profile is null ? null : WhatIsWrong(state.Profile, state);
    }

    /// <summary>
    /// What is wrong with a file's columns; null: they are those of the dictionary, in any order. Columns that are not known are counted, not
    /// named: a file without header has data there.
    /// </summary>
    public static Refusal? WhatIsWrong(ImmutableArray<DatasetVariable> variables, ImmutableArray<string> columns)
    {
        if (variables.IsEmpty)
            return DatasetRefusal.DictionaryIsMissing.Because();
        var names = NamesOf(variables);
        var (missing, unknown) = (names.Except(columns).ToList(), columns.Count(column => !names.Contains(column)));
        var isTwice = columns.Distinct().Count() < columns.Length;
        return missing.Count == 0 && unknown == 0 && !isTwice ? null : DatasetRefusal.ColumnsAreNotOfTheDictionary.Because(
            $"The file's columns are not those of the dictionary: missing {(missing.Count == 0 ? "none" : string.Join(", ", missing))}; unknown {unknown}{(isTwice ? "; some twice" : "")}.");
    }

    private static Refusal? WhatIsWrong(ReleaseProfile profile, DatasetState state)
    {
        var leaving = state.Variables.Where(variable => profile.Columns.Contains(variable.Name)).ToList();
        if (profile.Columns.IsEmpty || leaving.Count != profile.Columns.Distinct().Count() || profile.QuasiIdentifiers.Except(profile.Columns).Any())
            return DatasetRefusal.ProfileIsNotOfTheDictionary.Because();
        if (leaving.Any(variable => variable.Identifying is IdentifyingKind.Quasi && !profile.QuasiIdentifiers.Contains(variable.Name)))
            return DatasetRefusal.ProfileIsNotOfTheDictionary.Because();
        if (!(profile.Generalisations ?? []).All(coarser => profile.QuasiIdentifiers.Contains(coarser.Variable) && HasBands(coarser, leaving)))
            return DatasetRefusal.GeneralisationIsWrong.Because();
        return state.IsOpen || profile.K >= LeastK ? null : DatasetRefusal.KIsTooSmall.Because();
    }

    private static bool HasBands(Generalisation coarser, List<DatasetVariable> variables) =>
        coarser.Band != 1 && (coarser.Band == 0 || variables.Any(variable => variable.Name == coarser.Variable && variable.Type is VariableType.Year or VariableType.Whole));

    private static HashSet<string> NamesOf(ImmutableArray<DatasetVariable> variables) => variables.Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);
}
