namespace Centra;

/// <summary>What sort of no an answer is. One switch in the API maps it to an HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>Never sent; the default of a missing field.</summary>
    None = 0,

    /// <summary>The command is malformed or lacks something; sending it again unchanged cannot succeed. HTTP 422.</summary>
    Invalid = 1,

    /// <summary>There is no such thing, or it is not the caller's: both answer alike. HTTP 404.</summary>
    NotFound = 2,

    /// <summary>The caller may see it, but may not do this. HTTP 403.</summary>
    Forbidden = 3,

    /// <summary>It is in a state that does not allow this now, or somebody else was first. HTTP 409.</summary>
    Conflict = 4,

    /// <summary>Larger than a documented limit. HTTP 413.</summary>
    TooLarge = 5,

    /// <summary>Too many in too short a time; the detail says when to try again. HTTP 429.</summary>
    TooMany = 6,

    /// <summary>Something this needs is not available now; the same command may succeed later. HTTP 503.</summary>
    Unavailable = 7,
}
