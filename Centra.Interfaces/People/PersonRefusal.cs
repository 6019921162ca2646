namespace Centra.People;

/// <summary>Why something about a person is refused.</summary>
public enum PersonRefusal
{
    /// <summary>There is no such person.</summary>
    [Refuses(RefusalKind.NotFound, "There is no such person.")]
    PersonNotFound = 1,

    /// <summary>The id is taken.</summary>
    [Refuses(RefusalKind.Conflict, "This person was admitted already.")]
    PersonWasAdmittedAlready = 2,

    /// <summary>Not one of the roles.</summary>
    [Refuses(RefusalKind.Invalid, "There is no such role.")]
    RoleIsUnknown = 3,

    /// <summary>Operator, Auditor and ProviderAgent are held alone; nobody of a practice has a role of the society.</summary>
    [Refuses(RefusalKind.Conflict, "Operator, Auditor and ProviderAgent are held alone, and nobody who belongs to a practice holds a role of the society.")]
    RolesAreIncompatible = 4,

    /// <summary>A practice's agent needs a practice.</summary>
    [Refuses(RefusalKind.Invalid, "A practice's agent belongs to a practice.")]
    PracticeIsNeeded = 5,

    /// <summary>Nobody proposed this role.</summary>
    [Refuses(RefusalKind.Conflict, "Nobody proposed this role for this person.")]
    RoleWasNotProposed = 6,

    /// <summary>Granting a role and approving it are two persons.</summary>
    [Refuses(RefusalKind.Forbidden, "Granting a role and approving it are two persons; you proposed this yourself.")]
    SecondOperatorIsNeeded = 7,

    /// <summary>Nobody changes their own rights.</summary>
    [Refuses(RefusalKind.Forbidden, "Nobody changes their own rights.")]
    NobodyGovernsThemselves = 8,

    /// <summary>An employer has 1 to 200 characters, a training lies in the past.</summary>
    [Refuses(RefusalKind.Invalid, "A training has an employer (1 to 200 characters) and a day that is not in the future.")]
    TrainingIsWrong = 9,

    /// <summary>A change of credentials that the caller cannot make.</summary>
    [Refuses(RefusalKind.Forbidden, "This change of credentials is not the caller's to make.")]
    ChangeIsNotTheCallers = 10,
}
