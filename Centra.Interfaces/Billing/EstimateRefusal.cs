namespace Centra.Billing;

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

    /// <summary>There is no such waiver, or it is named twice.</summary>
    [Refuses(RefusalKind.Invalid, "The price book has no such waiver, or it is named twice.")]
    WaiverIsWrong = 4,

    /// <summary>Nothing to estimate, or too much.</summary>
    [Refuses(RefusalKind.Invalid, "An estimate is of 1 to 50 datasets.")]
    DatasetsAreMissing = 5,
}
