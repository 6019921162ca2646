namespace Centra.Api.Http;

/// <summary>Refusals of the HTTP interface itself.</summary>
public enum RequestRefusal
{
    /// <summary>The body is not what the route takes.</summary>
    [Refuses(RefusalKind.Invalid, "The body cannot be read as what this route takes.")]
    BodyIsUnreadable = 1,

    /// <summary>The storage cannot take writes.</summary>
    [Refuses(RefusalKind.Unavailable, "The service cannot store anything now. Nothing of this was kept; send it again later.")]
    StorageIsUnavailable = 2,

    /// <summary>Something broke; the log has the rest under the trace id.</summary>
    [Refuses(RefusalKind.Unavailable, "Something went wrong. Whether this took effect is unknown; send it again with the same Idempotency-Key.")]
    OutcomeIsUnknown = 3,

    /// <summary>The caller belongs to no practice.</summary>
    [Refuses(RefusalKind.Forbidden, "This needs a practice's key or a practice's user.")]
    CallerHasNoPractice = 4,

    /// <summary>An Idempotency-Key longer than 200 characters.</summary>
    [Refuses(RefusalKind.Invalid, "An Idempotency-Key has at most 200 characters.")]
    IdempotencyKeyIsTooLong = 5,

    /// <summary>A cursor that no page of this list gave.</summary>
    [Refuses(RefusalKind.Invalid, "This is no place in the list: take what a page gave as next, or leave after away to begin.")]
    CursorIsWrong = 6,

    /// <summary>A content encoding other than gzip, br, deflate or none, or several.</summary>
    [Refuses(RefusalKind.Invalid, "Bodies are taken plain or as gzip, br or deflate, one of them. Nothing of this was kept.")]
    EncodingIsNotTaken = 7,
}
