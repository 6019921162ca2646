namespace Centra.Access;

/// <summary>Why looking at, or disclosing, identifiable data is refused.</summary>
public enum AccessRefusal
{
    /// <summary>There is no such patient, it is not the caller's, it is held, or it is erased: all answer alike.</summary>
    [Refuses(RefusalKind.NotFound, "There is no such patient.")]
    PatientNotFound = 1,

    /// <summary>The purpose is not on the list.</summary>
    [Refuses(RefusalKind.Invalid, "A purpose from the list is needed: GET /api/looks/purposes.")]
    PurposeIsUnknown = 2,

    /// <summary>The caller has no grant in force for this purpose.</summary>
    [Refuses(RefusalKind.Forbidden, "Looking at identifiable data needs a personal grant in force for this purpose.")]
    LookNeedsGrant = 3,

    /// <summary>Since the grant was certified an operator reset the person's credentials.</summary>
    [Refuses(RefusalKind.Forbidden, "Your credentials were reset since your grant was certified; a privacy officer has to recertify it.")]
    GrantNeedsRecertification = 4,

    /// <summary>The purpose does not show this.</summary>
    [Refuses(RefusalKind.Forbidden, "This purpose does not show that.")]
    PurposeDoesNotShowThis = 5,

    /// <summary>There is no such grant.</summary>
    [Refuses(RefusalKind.NotFound, "This person has no grant.")]
    GrantNotFound = 6,

    /// <summary>Nobody grants themselves anything.</summary>
    [Refuses(RefusalKind.Forbidden, "A grant is given and recertified by a privacy officer other than its holder.")]
    NobodyGrantsThemselves = 7,

    /// <summary>A grant ends within twelve months.</summary>
    [Refuses(RefusalKind.Invalid, "A grant ends in the future, within twelve months.")]
    GrantPeriodIsWrong = 8,

    /// <summary>Employer or a training within the last twelve months is missing.</summary>
    [Refuses(RefusalKind.Conflict, "The person's employer and a training within the last twelve months have to be on record.")]
    TrainingIsMissing = 9,

    /// <summary>There is no such break-glass access, or it is not the caller's.</summary>
    [Refuses(RefusalKind.NotFound, "There is no such break-glass access.")]
    BreakGlassNotFound = 10,

    /// <summary>Its 60 minutes are over, or an officer objected.</summary>
    [Refuses(RefusalKind.Forbidden, "This break-glass access has ended.")]
    BreakGlassHasEnded = 11,

    /// <summary>It was opened for another purpose.</summary>
    [Refuses(RefusalKind.Forbidden, "This break-glass access was opened for another purpose.")]
    BreakGlassIsForAnotherPurpose = 12,

    /// <summary>A reason has 10 to 1,000 characters.</summary>
    [Refuses(RefusalKind.Invalid, "A reason has 10 to 1,000 characters.")]
    ReasonIsMissing = 13,

    /// <summary>The reviewer is the one who broke the glass.</summary>
    [Refuses(RefusalKind.Forbidden, "An officer other than the one who used it reviews break-glass access.")]
    SecondOfficerReviews = 14,

    /// <summary>Reviewed with another outcome.</summary>
    [Refuses(RefusalKind.Conflict, "This break-glass access was reviewed already.")]
    BreakGlassWasReviewed = 15,

    /// <summary>An outcome is reviewed or objected.</summary>
    [Refuses(RefusalKind.Invalid, "An outcome is \"reviewed\" or \"objected\".")]
    OutcomeIsWrong = 16,

    /// <summary>There is no such disclosure.</summary>
    [Refuses(RefusalKind.NotFound, "There is no such disclosure.")]
    DisclosureNotFound = 17,

    /// <summary>Recipient, purpose, basis, digest or description is missing or too long.</summary>
    [Refuses(RefusalKind.Invalid, "A disclosure names recipient, purpose and what (1 to 500 characters each), a basis (law or authorization) and the SHA-256 of the order or form.")]
    DisclosureIsIncomplete = 18,

    /// <summary>A second officer approves.</summary>
    [Refuses(RefusalKind.Forbidden, "A disclosure is proposed and approved by two officers.")]
    SecondOfficerApproves = 19,

    /// <summary>Nobody approved it yet.</summary>
    [Refuses(RefusalKind.Conflict, "A second officer has to approve this disclosure first.")]
    DisclosureIsNotApproved = 20,

    /// <summary>Its data were handed out.</summary>
    [Refuses(RefusalKind.Conflict, "The data of this disclosure were delivered already. Delivery happens once.")]
    DisclosureWasDelivered = 21,

    /// <summary>Neither patient ids nor a national id.</summary>
    [Refuses(RefusalKind.Invalid, "An accounting needs the practice with its patient id, or the national id.")]
    IdentityIsTooThin = 22,

    /// <summary>The item is decided, or its patient is gone.</summary>
    [Refuses(RefusalKind.NotFound, "Nothing is held for this item.")]
    NothingIsHeld = 23,
}
