namespace Centra.Matching;

/// <summary>Why matching says no.</summary>
public enum MatchingRefusal
{
    None = 0,

    [Refuses(RefusalKind.Invalid, "The identity has no combination of fields by which a person could be told from others.")]
    IdentityTooThin = 1,

    [Refuses(RefusalKind.Unavailable, "Stored comparators are damaged, or of a version that this program does not know.")]
    ComparatorsAreUnreadable = 2,
}
