namespace Centra.Agreements;

/// <summary>Where an agreement stands.</summary>
public enum AgreementStanding
{
    /// <summary>None was issued.</summary>
    None = 0,

    /// <summary>Waits for the institution's signature.</summary>
    Issued = 1,

    /// <summary>The institution has signed; waits for the society's.</summary>
    InstitutionSigned = 2,

    /// <summary>Both have signed the current version.</summary>
    Executed = 3,

    /// <summary>The institution does not agree.</summary>
    Declined = 4,

    /// <summary>Nobody signed in time.</summary>
    Lapsed = 5,

    /// <summary>The request ended before both had signed.</summary>
    Ended = 6,
}

/// <summary>Whose signature it is.</summary>
public enum SignatureParty
{
    /// <summary>Never sent; the default of a missing field.</summary>
    None = 0,

    /// <summary>The institution's, by its signing official.</summary>
    Institution = 1,

    /// <summary>The society's.</summary>
    Society = 2,
}
