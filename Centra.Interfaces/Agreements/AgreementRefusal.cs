namespace Centra.Agreements;

/// <summary>Why something about an agreement is refused.</summary>
public enum AgreementRefusal
{
    /// <summary>None was issued, or it is not the caller's.</summary>
    [Refuses(RefusalKind.NotFound, "There is no agreement for this request.")]
    AgreementNotFound = 1,

    /// <summary>There is a first version.</summary>
    [Refuses(RefusalKind.Conflict, "An agreement was issued already. Revise it to make a new version.")]
    AgreementWasIssuedAlready = 2,

    /// <summary>Declined or lapsed.</summary>
    [Refuses(RefusalKind.Conflict, "This agreement was declined or has lapsed.")]
    AgreementHasEnded = 3,

    /// <summary>Both have signed. What changes later is an amendment with an agreement of its own.</summary>
    [Refuses(RefusalKind.Conflict, "Both parties have signed this agreement. A change of it is an amendment.")]
    AgreementIsExecuted = 4,

    /// <summary>The hash shown is not the current version's.</summary>
    [Refuses(RefusalKind.Conflict, "The agreement is not the one that was shown: there is a newer version, or another hash was sent. Read the current version and sign that.")]
    AgreementHasChanged = 5,

    /// <summary>The template names something that the content does not have.</summary>
    [Refuses(RefusalKind.Invalid, "The template has a placeholder without a value.")]
    PlaceholderHasNoValue = 6,

    /// <summary>The template has no clauses for this sensitivity.</summary>
    [Refuses(RefusalKind.Invalid, "The template has no clauses for data of this sensitivity.")]
    TemplateLacksClauses = 7,

    /// <summary>There is no such version of the template.</summary>
    [Refuses(RefusalKind.Invalid, "There is no such version of the agreement template.")]
    TemplateNotFound = 8,

    /// <summary>The template cannot be read as an agreement.</summary>
    [Refuses(RefusalKind.Invalid, "The agreement template cannot be read as sections and clauses.")]
    TemplateIsUnreadable = 9,

    /// <summary>Something that every agreement needs is missing or contradicts itself.</summary>
    [Refuses(RefusalKind.Invalid, "The content of the agreement is incomplete.")]
    ContentIsIncomplete = 10,

    /// <summary>Signing needs a fresh proof of who signs.</summary>
    [Refuses(RefusalKind.Forbidden, "Signing needs a sign-in that is at most five minutes old. Sign in again, then sign.")]
    AuthenticationIsTooOld = 11,

    /// <summary>Name, capacity or meaning is missing or too long.</summary>
    [Refuses(RefusalKind.Invalid, "A signature has a full name and a capacity of 1 to 200 characters, and a meaning of 1 to 500.")]
    SignatureIsIncomplete = 12,

    /// <summary>The current version has the institution's signature.</summary>
    [Refuses(RefusalKind.Conflict, "The institution has signed this version already.")]
    InstitutionHasSignedAlready = 13,

    /// <summary>The society signs last.</summary>
    [Refuses(RefusalKind.Conflict, "The institution has not signed this version yet.")]
    InstitutionHasNotSigned = 14,

    /// <summary>Issuing and countersigning are two persons.</summary>
    [Refuses(RefusalKind.Forbidden, "Whoever issued a version of this agreement does not countersign it.")]
    IssuerMayNotCountersign = 15,

    /// <summary>The two signatures are two persons'.</summary>
    [Refuses(RefusalKind.Forbidden, "The two signatures are of two different persons.")]
    SignersMustDiffer = 16,

    /// <summary>Nobody signs a text that is being negotiated.</summary>
    [Refuses(RefusalKind.Conflict, "Changes of this version are asked for. They are answered, or a new version is made, before it is signed.")]
    ChangesAreRequested = 17,

    /// <summary>No changes wait for an answer.</summary>
    [Refuses(RefusalKind.Conflict, "No changes of this version wait for an answer.")]
    NoChangesAreRequested = 18,

    /// <summary>The current version has no such clause.</summary>
    [Refuses(RefusalKind.Invalid, "The current version has no such clause.")]
    ClauseIsUnknown = 19,

    /// <summary>A text is empty or too long, or there are too many.</summary>
    [Refuses(RefusalKind.Invalid, "1 to 50 comments, a note, an answer or a reason of 1 to 2000 characters.")]
    WordsAreWrong = 20,

    /// <summary>A hash is not 64 hex digits, or the scan's data are incomplete.</summary>
    [Refuses(RefusalKind.Invalid, "A scan has its SHA-256 (64 hex digits), the official who signed, and a date between the day of issue and today.")]
    ScanIsIncomplete = 21,

    /// <summary>No scan of the current version waits for attestations.</summary>
    [Refuses(RefusalKind.Conflict, "No scan of this version waits to be attested.")]
    NoScanIsAttached = 22,

    /// <summary>Another scan was attached meanwhile.</summary>
    [Refuses(RefusalKind.Conflict, "Another scan was attached meanwhile. Look at that one.")]
    ScanHasChanged = 23,

    /// <summary>The second attestation is another person's.</summary>
    [Refuses(RefusalKind.Forbidden, "You have attested this scan already; the second attestation is another person's.")]
    AttestationNeedsAnotherPerson = 24,

    /// <summary>Nobody attests their own signature.</summary>
    [Refuses(RefusalKind.Forbidden, "The official who signed does not attest the scan.")]
    SignerMayNotAttest = 25,

    /// <summary>The last day for signing has not passed.</summary>
    [Refuses(RefusalKind.Conflict, "The last day for signing has not passed, the institution has signed, or changes wait for an answer.")]
    AgreementHasNotLapsed = 26,

    /// <summary>The last day for signing has passed.</summary>
    [Refuses(RefusalKind.Conflict, "The last day for signing this version has passed.")]
    OfferHasEnded = 27,

    /// <summary>There is no such version.</summary>
    [Refuses(RefusalKind.NotFound, "There is no such version of this agreement.")]
    VersionNotFound = 28,
}
