namespace Centra.Reviews;

/// <summary>Why something about reviewers or committees is refused.</summary>
public enum ReviewRefusal
{
    /// <summary>No profile was set.</summary>
    [Refuses(RefusalKind.NotFound, "There is no such reviewer, or no profile of them yet.")]
    ReviewerNotFound = 1,

    /// <summary>An institution that is not listed cannot be compared with a team's.</summary>
    [Refuses(RefusalKind.Conflict, "This institution is not listed. A request manager lists institutions.")]
    InstitutionIsNotListed = 2,

    /// <summary>Too many or too long.</summary>
    [Refuses(RefusalKind.Invalid, "Expertise is up to 20 entries of 1 to 100 characters.")]
    ExpertiseIsWrong = 3,

    /// <summary>Kind, target or note is missing.</summary>
    [Refuses(RefusalKind.Invalid, "A relation has a kind (person, institution or funder), a target of 1 to 200 characters and a note of up to 1,000.")]
    RelationIsWrong = 4,

    /// <summary>There is no such relation.</summary>
    [Refuses(RefusalKind.NotFound, "There is no such relation.")]
    RelationNotFound = 5,

    /// <summary>A reviewer declares at most 500 relations.</summary>
    [Refuses(RefusalKind.Conflict, "A reviewer declares at most 500 relations.")]
    TooManyRelations = 6,

    /// <summary>From after to, over already, or longer than a year.</summary>
    [Refuses(RefusalKind.Invalid, "An absence begins before it ends, ends today or later and lasts at most a year.")]
    AbsenceIsWrong = 7,

    /// <summary>A deputy is another person with the role.</summary>
    [Refuses(RefusalKind.Conflict, "A deputy is another person with the role Reviewer or Chair.")]
    DeputyIsNoReviewer = 8,

    /// <summary>There is no such committee.</summary>
    [Refuses(RefusalKind.NotFound, "There is no such committee.")]
    CommitteeNotFound = 9,

    /// <summary>The id is taken.</summary>
    [Refuses(RefusalKind.Conflict, "There is a committee with this id already.")]
    CommitteeIsFoundedAlready = 10,

    /// <summary>A name is empty or longer than 200 characters.</summary>
    [Refuses(RefusalKind.Invalid, "A name has 1 to 200 characters.")]
    CommitteeNameIsWrong = 11,

    /// <summary>The role comes first, from two operators.</summary>
    [Refuses(RefusalKind.Conflict, "A chair or deputy needs the role Chair, a member the role Reviewer.")]
    PersonLacksTheRole = 12,

    /// <summary>Who decides does not evaluate.</summary>
    [Refuses(RefusalKind.Conflict, "This person has another part in this committee. Chair, deputies and members are different people.")]
    PersonHasAnotherPart = 13,

    /// <summary>Nobody like that.</summary>
    [Refuses(RefusalKind.NotFound, "This person has no such part in this committee.")]
    MemberNotFound = 14,

    /// <summary>The id of a committee is part of addresses.</summary>
    [Refuses(RefusalKind.Invalid, "The id of a committee has 2 to 60 small letters, digits and hyphens, and begins with a letter.")]
    CommitteeIdIsWrong = 15,
}
