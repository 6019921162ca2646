namespace Centra.Rules;

/// <summary>Why something about rules is refused.</summary>
public enum RulesRefusal
{
    /// <summary>There are no such rules, or none in effect.</summary>
    [Refuses(RefusalKind.NotFound, "There are no such rules.")]
    RulesNotFound = 1,

    /// <summary>There is no such version.</summary>
    [Refuses(RefusalKind.NotFound, "There is no such version.")]
    RulesVersionNotFound = 2,

    /// <summary>The document does not read as its kind; the detail names the fields.</summary>
    [Refuses(RefusalKind.Invalid, "The document is not what this kind of rules looks like.")]
    DocumentIsWrong = 3,

    /// <summary>Larger than 256 KB.</summary>
    [Refuses(RefusalKind.TooLarge, "A document of rules has at most 262,144 characters.")]
    DocumentIsTooLarge = 4,

    /// <summary>Without a note nobody would know why.</summary>
    [Refuses(RefusalKind.Invalid, "A note of 1 to 1,000 characters says why the rules change.")]
    NoteIsMissing = 5,

    /// <summary>Rules do not change what was decided under them.</summary>
    [Refuses(RefusalKind.Invalid, "A version takes effect now or later, not in the past.")]
    VersionStartsInThePast = 6,

    /// <summary>Somebody else published in between.</summary>
    [Refuses(RefusalKind.Conflict, "Another version was published in between. Look at it, then publish again.")]
    AnotherVersionCameFirst = 7,

    /// <summary>The same document as the latest version's, from the same time on.</summary>
    [Refuses(RefusalKind.Conflict, "This is the latest version already.")]
    VersionChangesNothing = 8,
}
