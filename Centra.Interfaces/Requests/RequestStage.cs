namespace Centra.Requests;

/// <summary>Where a data request stands (design: requests.md, "Stages").</summary>
public enum RequestStage
{
    /// <summary>There is no such request.</summary>
    None = 0,

    /// <summary>Being written.</summary>
    Draft = 1,

    /// <summary>Are the data there, and are they enough?</summary>
    Availability = 2,

    /// <summary>Does it agree with the information sharing policy?</summary>
    PolicyCheck = 3,

    /// <summary>Evaluated by reviewers, decided by the chair.</summary>
    CommitteeReview = 4,

    /// <summary>Estimate, agreement, signatures, payment.</summary>
    Contracting = 5,

    /// <summary>The extract is being made.</summary>
    Fulfilment = 6,

    /// <summary>The data may be downloaded and used.</summary>
    Active = 7,

    /// <summary>Closed out.</summary>
    Closed = 8,

    /// <summary>None of the data is available.</summary>
    Unavailable = 9,

    /// <summary>Denied, by the policy check or by the committee.</summary>
    Denied = 10,

    /// <summary>Withdrawn by the applicant, or an unanswered question lapsed.</summary>
    Withdrawn = 11,

    /// <summary>The agreement was declined or lapsed.</summary>
    Declined = 12,

    /// <summary>The society did not fulfil it, at its discretion.</summary>
    NotFulfilled = 13,

    /// <summary>The agreement's term ended; close-out is owed.</summary>
    Expired = 14,

    /// <summary>Access was revoked; close-out is owed.</summary>
    Revoked = 15,
}

/// <summary>What a request is.</summary>
public enum RequestKind
{
    /// <summary>A request of its own.</summary>
    Original = 0,

    /// <summary>Changes one in force, which stays in force until this one is.</summary>
    Amendment = 1,

    /// <summary>Prolongs one.</summary>
    Renewal = 2,
}

/// <summary>A person's part in the team.</summary>
public enum TeamPart
{
    /// <summary>Not on the team.</summary>
    None = 0,

    /// <summary>The principal investigator: one a request.</summary>
    PrincipalInvestigator = 1,

    /// <summary>Acts for the principal investigator.</summary>
    Delegate = 2,

    /// <summary>Uses the data.</summary>
    Member = 3,
}
