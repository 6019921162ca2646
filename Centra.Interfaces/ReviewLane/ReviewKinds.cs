namespace Centra.ReviewLane;

/// <summary>Why a patient is in the review lane.</summary>
public enum ReviewKind
{
    /// <summary>Never sent.</summary>
    None = 0,

    /// <summary>An incoming patient may be somebody who opted out.</summary>
    Incoming = 1,

    /// <summary>A stored patient may be the person who has just opted out.</summary>
    Stored = 2,

    /// <summary>The practice says: this patient of ours did not opt out.</summary>
    Dispute = 3,
}

/// <summary>Where an item of the review lane stands.</summary>
public enum ReviewState
{
    /// <summary>Never sent.</summary>
    None = 0,

    /// <summary>Waits for an officer.</summary>
    Open = 1,

    /// <summary>One officer said "someone else"; a second has to agree.</summary>
    Proposed = 2,

    /// <summary>The same person: erased, tokens added to the opt-out.</summary>
    Same = 3,

    /// <summary>Someone else: exempt from this opt-out until the identity changes.</summary>
    SomeoneElse = 4,

    /// <summary>Nobody decided in time: content purged, the patient stays out.</summary>
    Expired = 5,

    /// <summary>The matter ended otherwise: patient deleted, opt-out withdrawn.</summary>
    Moot = 6,
}

/// <summary>Whether the practice that holds the form was asked.</summary>
public enum ReviewQuestion
{
    /// <summary>Not asked.</summary>
    None = 0,

    /// <summary>Asked.</summary>
    Asked = 1,
}

/// <summary>What the practice that holds the form answered.</summary>
public enum ReviewAnswer
{
    /// <summary>Nothing yet.</summary>
    None = 0,

    /// <summary>It is the person on the form.</summary>
    Same = 1,

    /// <summary>It is not.</summary>
    Different = 2,

    /// <summary>It cannot tell.</summary>
    Unknown = 3,
}
