using System.Collections.Immutable;

namespace Centra.Releases;

/// <summary>Whether what a steward orders is what was approved: each dataset once, its version, no other variables. Pure.</summary>
public static class OrderRules
{
    private const int MostFilters = 50;

    /// <summary>The first thing that is wrong; null: nothing.</summary>
    public static Refusal? WhatIsWrong(ImmutableArray<ExtractOrder> orders, ImmutableArray<ApprovedDataset> approved)
    {
        if (orders.Select(order => order.DatasetId).Distinct().Count() < orders.Length)
            return ReleaseRefusal.DatasetIsNotApproved.Because();
        return orders.Select(order => WhatIsWrong(order, approved.FirstOrDefault(one => one.DatasetId == order.DatasetId))).FirstOrDefault(wrong => wrong is not null)
            ?? (orders.IsEmpty || orders.Length < approved.Length ? ReleaseRefusal.ExtractIsMissing.Because() : null);
    }

    private static Refusal? WhatIsWrong(ExtractOrder order, ApprovedDataset? approved)
    {
        if (approved is null)
            return ReleaseRefusal.DatasetIsNotApproved.Because();
        if (approved.Version != order.Version)
            return ReleaseRefusal.VersionIsNotApproved.Because();
        if (order.Variables.IsEmpty || order.Variables.Distinct().Count() < order.Variables.Length)
            return ReleaseRefusal.VariablesAreNotApproved.Because("An extract has at least one variable, each once.");
        if (order.Variables.Except(approved.Variables).ToList() is { Count: > 0 } others)
            return ReleaseRefusal.VariablesAreNotApproved.Because($"Not approved: {string.Join(", ", others)}.");
        return order.Filters.Length > MostFilters || order.Filters.Any(filter => filter.Values.IsEmpty && filter.From is null && filter.To is null)
            ? ReleaseRefusal.FilterIsWrong.Because() : null;
    }
}
