namespace Centra.Api.People;

/// <summary>Why something about accounts and signing in is refused.</summary>
public enum AccountRefusal
{
    /// <summary>E-mail, password or code is wrong, or the account is locked out or disabled: all answer alike.</summary>
    [Refuses(RefusalKind.Forbidden, "E-mail, password or code is wrong, or the account is locked after too many attempts.")]
    SignInFailed = 1,

    /// <summary>The password is right; the code of the second factor is missing.</summary>
    [Refuses(RefusalKind.Forbidden, "This account has a second factor: send its code as totp.")]
    TotpIsNeeded = 2,

    /// <summary>Too many attempts from this address or for this e-mail.</summary>
    [Refuses(RefusalKind.TooMany, "Too many attempts; the Retry-After header says when to try again.")]
    TooManyAttempts = 3,

    /// <summary>Shorter than 12 characters.</summary>
    [Refuses(RefusalKind.Invalid, "A password has 12 to 200 characters. Three or four words that nobody would guess are good ones.")]
    PasswordLengthIsWrong = 4,

    /// <summary>One of those that are tried first.</summary>
    [Refuses(RefusalKind.Invalid, "This password is one of those that are tried first. Choose another.")]
    PasswordIsTooCommon = 5,

    /// <summary>Made of the e-mail address.</summary>
    [Refuses(RefusalKind.Invalid, "A password is not made of the e-mail address.")]
    PasswordIsTheEmail = 6,

    /// <summary>The new password is the old one.</summary>
    [Refuses(RefusalKind.Invalid, "Choose a password that differs from the present one.")]
    PasswordIsTheSame = 7,

    /// <summary>The present password is wrong.</summary>
    [Refuses(RefusalKind.Forbidden, "The present password is wrong, or the account is locked after too many attempts.")]
    PasswordIsWrong = 8,

    /// <summary>The code is wrong or was used.</summary>
    [Refuses(RefusalKind.Forbidden, "The code is wrong, too old, or was used already.")]
    TotpCodeIsWrong = 9,

    /// <summary>A second factor is set up.</summary>
    [Refuses(RefusalKind.Conflict, "A second factor is set up already. Remove it first.")]
    TotpIsSetAlready = 10,

    /// <summary>No second factor is set up or being set up.</summary>
    [Refuses(RefusalKind.Conflict, "No second factor is being set up. Begin with POST /api/account/totp.")]
    TotpIsNotSet = 11,

    /// <summary>No e-mail address.</summary>
    [Refuses(RefusalKind.Invalid, "An e-mail address is needed.")]
    EmailIsWrong = 12,

    /// <summary>Somebody has this e-mail address.</summary>
    [Refuses(RefusalKind.Conflict, "Somebody with this e-mail address is there already.")]
    EmailIsTaken = 13,

    /// <summary>No name.</summary>
    [Refuses(RefusalKind.Invalid, "A display name has 1 to 200 characters.")]
    DisplayNameIsWrong = 14,

    /// <summary>Two changes of one account at the same moment.</summary>
    [Refuses(RefusalKind.Conflict, "Somebody changed this account at the same moment. Try again.")]
    AccountChangedMeanwhile = 15,

    /// <summary>The new password was not typed the same way twice.</summary>
    [Refuses(RefusalKind.Invalid, "The new password was not typed the same way twice.")]
    PasswordsDiffer = 16,

    /// <summary>A link for choosing another password no longer counts.</summary>
    [Refuses(RefusalKind.Conflict, "This link no longer counts: it was used, or half an hour has gone by, or something else of the account was changed.")]
    LinkIsSpent = 17,
}
