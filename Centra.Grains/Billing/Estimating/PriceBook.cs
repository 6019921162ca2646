using System.Collections.Immutable;

namespace Centra.Billing;

/// <summary>A version of the price book, as estimates need it.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="From">Its first day.</param>
/// <param name="Until">Its last day; null: open.</param>
/// <param name="HourlyRate">Of an hour of work.</param>
/// <param name="BaseFees">What a dataset costs, for each category of requester.</param>
/// <param name="Discounts">What may be taken off.</param>
public sealed record PriceBook(
    int Version, string Currency, DateOnly From, DateOnly? Until, decimal HourlyRate, ImmutableArray<BaseFee> BaseFees, ImmutableArray<Discount> Discounts);

/// <summary>What a dataset costs a category of requester.</summary>
/// <param name="PriceLine">The price line that datasets name.</param>
/// <param name="Requester">The category: academic, non-profit, industry ...</param>
/// <param name="Amount">The fee; zero where it is free.</param>
public sealed record BaseFee(string PriceLine, string Requester, decimal Amount);

/// <summary>What may be taken off the sum of fees and hours.</summary>
/// <param name="Code">What it is known by.</param>
/// <param name="Description">For people.</param>
/// <param name="Percent">0 to 100.</param>
public sealed record Discount(string Code, string Description, decimal Percent);

/// <summary>What is to be estimated.</summary>
/// <param name="On">The day whose prices count.</param>
/// <param name="Requester">The category of requester.</param>
/// <param name="Items">The datasets, each with the hours of work that it takes.</param>
/// <param name="Discounts">Codes of discounts.</param>
public sealed record EstimateRequest(DateOnly On, string Requester, ImmutableArray<EstimateItem> Items, ImmutableArray<string> Discounts);

/// <summary>A dataset in an estimate.</summary>
/// <param name="PriceLine">Its price line.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Hours">Hours of work on the extract.</param>
public sealed record EstimateItem(string PriceLine, string Title, decimal Hours);

/// <summary>Why no estimate can be made.</summary>
public enum EstimateRefusal
{
    /// <summary>The price book does not hold on that day.</summary>
    [Refuses(RefusalKind.Conflict, "The price book does not hold on that day.")]
    PriceBookDoesNotHoldThen = 1,

    /// <summary>The price book has no fee for that dataset and requester.</summary>
    [Refuses(RefusalKind.Conflict, "The price book has no base fee for that dataset and category of requester.")]
    BaseFeeIsMissing = 2,

    /// <summary>Hours are negative, or of no meaning.</summary>
    [Refuses(RefusalKind.Invalid, "Hours are from 0 to 10000, with at most two decimals.")]
    HoursAreWrong = 3,

    /// <summary>There is no such discount, or it is named twice.</summary>
    [Refuses(RefusalKind.Invalid, "The price book has no such discount, or it is named twice.")]
    DiscountIsWrong = 4,

    /// <summary>Nothing to estimate.</summary>
    [Refuses(RefusalKind.Invalid, "An estimate needs at least one dataset.")]
    DatasetsAreMissing = 5,
}
