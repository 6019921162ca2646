namespace Centra.ReviewLane;

/// <summary>Why something in the review lane is refused.</summary>
public enum ReviewRefusal
{
    /// <summary>There is no such item, or it is not the caller's to see.</summary>
    [Refuses(RefusalKind.NotFound, "There is no such item in the review lane.")]
    ItemNotFound = 1,

    /// <summary>It was decided, expired or became moot.</summary>
    [Refuses(RefusalKind.Conflict, "This item is no longer open.")]
    ItemIsClosed = 2,

    /// <summary>"Someone else" takes two officers.</summary>
    [Refuses(RefusalKind.Forbidden, "A second officer has to agree; you proposed this yourself.")]
    SecondOfficerIsNeeded = 3,

    /// <summary>The practice was not asked.</summary>
    [Refuses(RefusalKind.Conflict, "No question was put to the practice.")]
    NobodyAsked = 4,

    /// <summary>The question was answered.</summary>
    [Refuses(RefusalKind.Conflict, "The question was answered already.")]
    AlreadyAnswered = 5,

    /// <summary>Nothing suppresses this patient.</summary>
    [Refuses(RefusalKind.Conflict, "No opt-out keeps this patient out.")]
    NothingToDispute = 6,

    /// <summary>An answer is same, different or unknown.</summary>
    [Refuses(RefusalKind.Invalid, "An answer is \"same\", \"different\" or \"unknown\".")]
    AnswerIsWrong = 7,

    /// <summary>The line is not a Patient resource with an id.</summary>
    [Refuses(RefusalKind.Invalid, "A dispute names the patient by the FHIR Patient resource that was kept out.")]
    NotAPatient = 8,
}
