namespace Centra.Institutions;

/// <summary>Why something about an institution is refused.</summary>
public enum InstitutionRefusal
{
    /// <summary>There is no such institution.</summary>
    [Refuses(RefusalKind.NotFound, "There is no such institution.")]
    InstitutionNotFound = 1,

    /// <summary>Nine characters with a check number.</summary>
    [Refuses(RefusalKind.Invalid, "A ROR id begins with 0, has six letters or digits and ends in its two check digits, for example 05dxps055.")]
    RorIdIsWrong = 2,

    /// <summary>A name is empty or longer than 200 characters.</summary>
    [Refuses(RefusalKind.Invalid, "A name has 1 to 200 characters.")]
    InstitutionNameIsWrong = 3,

    /// <summary>Not two letters.</summary>
    [Refuses(RefusalKind.Invalid, "A country is two capital letters (ISO 3166-1 alpha-2).")]
    CountryIsWrong = 4,

    /// <summary>Only a person with the role signs.</summary>
    [Refuses(RefusalKind.Conflict, "This person does not have the role SigningOfficial.")]
    PersonIsNoSigningOfficial = 5,

    /// <summary>Two persons.</summary>
    [Refuses(RefusalKind.Forbidden, "Nobody verifies themselves.")]
    OfficialIsTheVerifier = 6,

    /// <summary>How somebody was verified has to be told.</summary>
    [Refuses(RefusalKind.Invalid, "How the person was verified is told in 1 to 1,000 characters.")]
    EvidenceIsMissing = 7,

    /// <summary>Nobody like that signs for it.</summary>
    [Refuses(RefusalKind.NotFound, "This person does not sign for this institution.")]
    OfficialNotFound = 8,
}
