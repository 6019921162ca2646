namespace Centra.Practices;

/// <summary>Why something about a practice is refused.</summary>
public enum PracticeRefusal
{
    /// <summary>There is no such practice, or it is not the caller's.</summary>
    [Refuses(RefusalKind.NotFound, "There is no such practice.")]
    PracticeNotFound = 1,

    /// <summary>The id is taken.</summary>
    [Refuses(RefusalKind.Conflict, "This practice has joined already.")]
    PracticeHasJoinedAlready = 2,

    /// <summary>The practice is leaving or has left.</summary>
    [Refuses(RefusalKind.Conflict, "This practice is leaving or has left.")]
    PracticeIsLeaving = 3,

    /// <summary>An agreement in force is missing.</summary>
    [Refuses(RefusalKind.Conflict, "A business associate agreement in force is missing.")]
    AgreementIsMissing = 4,

    /// <summary>The attestation that patients are informed is missing or twelve months old.</summary>
    [Refuses(RefusalKind.Conflict, "The attestation that patients are informed is missing or twelve months old.")]
    AttestationIsMissing = 5,

    /// <summary>The agreement's last day lies in the past.</summary>
    [Refuses(RefusalKind.Invalid, "The agreement has ended already.")]
    AgreementHasEnded = 6,

    /// <summary>A name is empty or longer than 200 characters.</summary>
    [Refuses(RefusalKind.Invalid, "A name has 1 to 200 characters.")]
    NameIsWrong = 7,

    /// <summary>A key needs at least one scope.</summary>
    [Refuses(RefusalKind.Invalid, "An API key needs at least one scope: ingest, screen, opt-out or read.")]
    KeyNeedsScopes = 8,

    /// <summary>There is no such key.</summary>
    [Refuses(RefusalKind.NotFound, "There is no such key.")]
    KeyNotFound = 9,

    /// <summary>The key is unknown, wrong or revoked; they all answer alike.</summary>
    [Refuses(RefusalKind.Forbidden, "This API key is not valid.")]
    KeyIsNotValid = 10,

    /// <summary>A practice has at most 50 keys that are not revoked.</summary>
    [Refuses(RefusalKind.Conflict, "This practice has as many keys as it may have. Revoke one first.")]
    TooManyKeys = 11,

    /// <summary>The practice is not leaving.</summary>
    [Refuses(RefusalKind.Conflict, "This practice is not leaving.")]
    PracticeIsNotLeaving = 12,

    /// <summary>The digest of the agreement is missing.</summary>
    [Refuses(RefusalKind.Invalid, "The SHA-256 of the signed agreement is needed, 64 hex digits.")]
    AgreementDigestIsMissing = 13,

    /// <summary>The practice's data are not erased yet, or it is not leaving.</summary>
    [Refuses(RefusalKind.NotFound, "There is no certificate: the practice has not left, or its data are not erased yet.")]
    CertificateNotFound = 14,

    /// <summary>Nothing of this type is stored for the practice.</summary>
    [Refuses(RefusalKind.NotFound, "Nothing of this type is stored. The export's overview names the types that there are.")]
    NothingOfThisType = 15,
}
