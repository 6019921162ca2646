namespace Centra.People;

/// <summary>Whether a person may sign in.</summary>
public enum PersonStanding
{
    /// <summary>There is no such person.</summary>
    None = 0,

    /// <summary>May sign in.</summary>
    Active = 1,

    /// <summary>Is out.</summary>
    Disabled = 2,
}

/// <summary>What changes about somebody's credentials. The first four are one's own doing, the others an operator's.</summary>
public enum CredentialChange
{
    /// <summary>Never sent.</summary>
    None = 0,

    /// <summary>The person chose a new password.</summary>
    PasswordChanged = 1,

    /// <summary>The person set up a second factor.</summary>
    SecondFactorSet = 2,

    /// <summary>The person took the second factor away.</summary>
    SecondFactorRemoved = 3,

    /// <summary>The person ended all sessions.</summary>
    SignedOutEverywhere = 4,

    /// <summary>An operator gave a one-time password. Grants for looking are suspended until recertified.</summary>
    PasswordReset = 5,

    /// <summary>An operator took the second factor away. Grants for looking are suspended until recertified.</summary>
    SecondFactorReset = 6,

    /// <summary>An operator ended a lockout.</summary>
    Unlocked = 7,
}
