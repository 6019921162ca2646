namespace Centra.Consent;

/// <summary>Why an opt-out, or a way back from one, is refused.</summary>
public enum ConsentRefusal
{
    /// <summary>The identity gives no token: it would match nobody.</summary>
    [Refuses(RefusalKind.Invalid, "This identity is too thin to recognise anybody by. Give name and birth date with postal code, address or phone, or a national id, or your own patient id.")]
    IdentityTooThin = 1,

    /// <summary>A field of the identity cannot be read.</summary>
    [Refuses(RefusalKind.Invalid, "A field of the identity cannot be read.")]
    IdentityIsUnreadable = 2,

    /// <summary>The form's date lies in the future, or is no date.</summary>
    [Refuses(RefusalKind.Invalid, "The form date is not a date up to today.")]
    FormDateIsWrong = 3,

    /// <summary>There is no such opt-out, or it is another practice's.</summary>
    [Refuses(RefusalKind.NotFound, "There is no such opt-out.")]
    OptOutNotFound = 4,

    /// <summary>It was withdrawn already.</summary>
    [Refuses(RefusalKind.Conflict, "This opt-out is no longer in force.")]
    OptOutIsNotInForce = 5,

    /// <summary>The identity that asks to be in again is not the one that opted out.</summary>
    [Refuses(RefusalKind.Conflict, "This identity does not match the opt-out.")]
    IdentityDoesNotMatch = 6,

    /// <summary>There is no such request to withdraw an opt-out, or it was decided.</summary>
    [Refuses(RefusalKind.NotFound, "There is no such open request.")]
    RequestNotFound = 7,

    /// <summary>Asking and confirming are two persons.</summary>
    [Refuses(RefusalKind.Forbidden, "Another person has to confirm this.")]
    SamePersonTwice = 8,

    /// <summary>The file opts out more people than is done without saying the number.</summary>
    [Refuses(RefusalKind.Conflict, "This file opts out more people than is done unconfirmed. Look at the preview and repeat with its count.")]
    ConfirmationNeeded = 9,

    /// <summary>The patient's own form is needed, by its SHA-256.</summary>
    [Refuses(RefusalKind.Invalid, "The SHA-256 of the patient's signed form is needed.")]
    FormIsMissing = 10,

    /// <summary>Whoever asked is told why it is declined.</summary>
    [Refuses(RefusalKind.Invalid, "Say in 1 to 1,000 characters why it is declined.")]
    ReasonIsMissing = 11,
}
