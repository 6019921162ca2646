namespace Centra.Requests;

/// <summary>Why something about a data request is refused. (Rules: design, requests.md.)</summary>
public enum DataRequestRefusal
{
#pragma warning disable CS1591 // The sentence says it.
    [Refuses(RefusalKind.NotFound, "There is no such request.")]
    RequestNotFound = 1,

    [Refuses(RefusalKind.Conflict, "This id is taken.")]
    RequestExistsAlready = 2,

    [Refuses(RefusalKind.Forbidden, "This is not the caller's part in this request.")]
    NotTheCallersPart = 3,

    [Refuses(RefusalKind.Conflict, "The request's stage does not allow this.")]
    StageDoesNotAllowThis = 4,

    [Refuses(RefusalKind.Forbidden, "Nobody acts for the society on a request of their own team.")]
    ActorIsOnTheTeam = 5,

    [Refuses(RefusalKind.Forbidden, "The caller has declared a conflict of interest in this request.")]
    ActorIsInConflict = 6,

    [Refuses(RefusalKind.Conflict, "A question to the applicant is open; it has to be answered or withdrawn first.")]
    QuestionIsOpen = 7,

    [Refuses(RefusalKind.Invalid, "A title is needed, and a name.")]
    TitleIsWrong = 10,

    [Refuses(RefusalKind.Invalid, "A reason is needed.")]
    ReasonIsMissing = 11,

    [Refuses(RefusalKind.Invalid, "The institution is unknown.")]
    InstitutionIsUnknown = 12,

    [Refuses(RefusalKind.Invalid, "The form has no such section.")]
    SectionIsUnknown = 13,

    [Refuses(RefusalKind.Conflict, "This section was changed meanwhile; read it again.")]
    SectionWasChangedMeanwhile = 14,

    [Refuses(RefusalKind.TooLarge, "This section is longer than the form allows.")]
    SectionIsTooLong = 15,

    [Refuses(RefusalKind.Conflict, "After submission only sections that an open question names can be changed.")]
    SectionIsNotAskedAbout = 16,

    [Refuses(RefusalKind.NotFound, "There is no such document.")]
    DocumentNotFound = 18,

    [Refuses(RefusalKind.Conflict, "A request has at most 50 documents.")]
    TooManyDocuments = 19,

    [Refuses(RefusalKind.Invalid, "There is no such user.")]
    UserIsUnknown = 20,

    [Refuses(RefusalKind.Conflict, "This person is on the team already.")]
    MemberIsOnTheTeamAlready = 21,

    [Refuses(RefusalKind.NotFound, "This person is not on the team.")]
    MemberNotFound = 22,

    [Refuses(RefusalKind.Invalid, "A member joins as Delegate or Member; the principal investigator is changed by a command of its own.")]
    PartIsWrong = 23,

    [Refuses(RefusalKind.Conflict, "The principal investigator cannot leave; name another one first.")]
    PrincipalInvestigatorIsNeeded = 24,

    [Refuses(RefusalKind.NotFound, "There is no such dataset.")]
    DatasetNotFound = 30,

    [Refuses(RefusalKind.Conflict, "This dataset has its own process outside of Centra.")]
    DatasetHasItsOwnProcess = 31,

    [Refuses(RefusalKind.Conflict, "This dataset cannot be requested yet; interest can be registered.")]
    DatasetIsComing = 32,

    [Refuses(RefusalKind.Conflict, "This dataset is retired.")]
    DatasetIsRetired = 33,

    [Refuses(RefusalKind.Conflict, "This dataset is listed, but cannot be requested.")]
    DatasetCannotBeRequested = 34,

    [Refuses(RefusalKind.Invalid, "The dataset has no such variable.")]
    VariableIsUnknown = 35,

    [Refuses(RefusalKind.Invalid, "The first year lies after the last.")]
    YearsAreWrong = 36,

    [Refuses(RefusalKind.Conflict, "Datasets of one request belong to one committee.")]
    DatasetsHaveDifferentCommittees = 37,

    [Refuses(RefusalKind.Invalid, "At least one dataset is needed.")]
    DatasetIsMissing = 38,

    [Refuses(RefusalKind.Invalid, "At least one variable is needed of each dataset.")]
    VariableIsMissing = 39,

    [Refuses(RefusalKind.Invalid, "A required section is empty, and no filled form was attached.")]
    SectionIsMissing = 40,

    [Refuses(RefusalKind.Invalid, "The requester category is not in the price book.")]
    CategoryIsUnknown = 41,

    [Refuses(RefusalKind.Invalid, "An answer is not among the choices of its field.")]
    ChoiceIsUnknown = 43,

    [Refuses(RefusalKind.Conflict, "What is to be amended or renewed does not allow it now.")]
    ParentDoesNotAllowThis = 42,

    [Refuses(RefusalKind.Invalid, "Every dataset asked for is named once, and no other.")]
    DatasetsDoNotMatch = 50,

    [Refuses(RefusalKind.Invalid, "Available means that cohort, variables and years all suffice.")]
    ChecklistContradictsVerdict = 51,

    [Refuses(RefusalKind.Invalid, "Every item of the policy's checklist is answered once, and no other.")]
    ChecklistDoesNotMatch = 52,

    [Refuses(RefusalKind.Invalid, "The stage has to be an earlier one: Availability or PolicyCheck.")]
    StageIsNotEarlier = 53,

    [Refuses(RefusalKind.Conflict, "There is an evaluation already; criteria stay as they are.")]
    EvaluationHasBegun = 60,

    [Refuses(RefusalKind.Invalid, "A criterion has a key of its own and a text.")]
    CriterionIsWrong = 61,

    [Refuses(RefusalKind.Invalid, "This person is not a reviewer.")]
    PersonIsNotAReviewer = 62,

    [Refuses(RefusalKind.Conflict, "This reviewer is assigned already.")]
    ReviewerIsAssignedAlready = 63,

    [Refuses(RefusalKind.Conflict, "This reviewer is on the team of the request.")]
    ReviewerIsOnTheTeam = 64,

    [Refuses(RefusalKind.Conflict, "This reviewer belongs to an institution of the team.")]
    ReviewerIsOfTheSameInstitution = 65,

    [Refuses(RefusalKind.Conflict, "This reviewer is a declared co-author or otherwise related to the team.")]
    ReviewerIsRelatedToTheTeam = 66,

    [Refuses(RefusalKind.Conflict, "This reviewer is related to a funder of the request.")]
    ReviewerIsRelatedToAFunder = 67,

    [Refuses(RefusalKind.Conflict, "This reviewer has declared a conflict of interest in this request.")]
    ReviewerIsInConflict = 68,

    [Refuses(RefusalKind.Conflict, "This reviewer is absent.")]
    ReviewerIsAbsent = 69,

    [Refuses(RefusalKind.Conflict, "The chair and the deputies do not evaluate.")]
    ChairDoesNotEvaluate = 70,

    [Refuses(RefusalKind.NotFound, "This reviewer is not assigned.")]
    ReviewerIsNotAssigned = 71,

    [Refuses(RefusalKind.Invalid, "At least one reviewer is needed, each named once.")]
    ReviewersAreWrong = 72,

    [Refuses(RefusalKind.Conflict, "Declare first whether there is a conflict of interest.")]
    ConflictIsNotDeclared = 73,

    [Refuses(RefusalKind.Conflict, "There is no open ballot.")]
    BallotIsNotOpen = 74,

    [Refuses(RefusalKind.Conflict, "The ballot is open: its deadline has not come, and not everybody has evaluated.")]
    BallotIsStillOpen = 75,

    [Refuses(RefusalKind.Conflict, "The quorum was not reached. Extend the ballot or assign more reviewers.")]
    QuorumIsNotReached = 76,

    [Refuses(RefusalKind.Invalid, "Every available dataset gets a recommendation, and no other.")]
    RecommendationsDoNotMatch = 77,

    [Refuses(RefusalKind.Invalid, "Every criterion gets a score from 1 to 5 with words, and no other.")]
    ScoresDoNotMatch = 78,

    [Refuses(RefusalKind.Invalid, "The new deadline lies after the former one and after now.")]
    DeadlineIsNotLater = 79,

    [Refuses(RefusalKind.Forbidden, "The chair is there and without a conflict: deputies decide in their place only.")]
    ChairIsPresent = 80,

    [Refuses(RefusalKind.Forbidden, "Who has evaluated does not decide.")]
    DeciderHasEvaluated = 81,

    [Refuses(RefusalKind.Invalid, "A decision against the tally, or a denial, needs a reason.")]
    ReasonIsNeededForThisDecision = 82,

    [Refuses(RefusalKind.Conflict, "There is a decision already; it can be corrected until the applicant is told.")]
    DecisionIsMadeAlready = 83,

    [Refuses(RefusalKind.Conflict, "There is no decision.")]
    DecisionIsMissing = 84,

    [Refuses(RefusalKind.Forbidden, "A denial is looked at again by another person than before.")]
    ReconsiderationIsForAnotherPerson = 86,

    [Refuses(RefusalKind.Conflict, "A denial is looked at again once.")]
    ReconsiderationWasMadeAlready = 87,

    [Refuses(RefusalKind.Conflict, "The time for asking to have the denial looked at again has passed.")]
    ReconsiderationIsTooLate = 88,

    [Refuses(RefusalKind.Conflict, "The tally has changed since the decision, by a recusal. The chair has to correct or confirm it.")]
    TallyHasChanged = 89,

    [Refuses(RefusalKind.NotFound, "There is no such open question.")]
    QuestionNotFound = 90,

    [Refuses(RefusalKind.Invalid, "A question has an id of its own and a text; its sections are in the form.")]
    QuestionIsWrong = 91,

    [Refuses(RefusalKind.Conflict, "There are no terms to accept yet.")]
    AgreementIsMissing = 100,

    [Refuses(RefusalKind.Conflict, "The agreement has changed; read its newest version.")]
    AgreementHasChanged = 101,

    [Refuses(RefusalKind.Conflict, "An estimate is needed first.")]
    EstimateIsMissing = 102,

    [Refuses(RefusalKind.Conflict, "Nobody has proposed not to fulfil this request.")]
    DecliningIsNotProposed = 104,

    [Refuses(RefusalKind.Forbidden, "A second person is needed.")]
    SecondPersonIsNeeded = 105,

    [Refuses(RefusalKind.Forbidden, "The terms of the agreement in force have not been accepted by this member.")]
    TermsAreNotAccepted = 110,

    [Refuses(RefusalKind.Forbidden, "This member's training is missing or more than a year old.")]
    TrainingHasLapsed = 111,

    [Refuses(RefusalKind.Conflict, "Access is paused.")]
    AccessIsPaused = 112,

    [Refuses(RefusalKind.Conflict, "Access is not paused.")]
    AccessIsNotPaused = 113,

    [Refuses(RefusalKind.Conflict, "The agreement's term has ended.")]
    AgreementHasEnded = 114,

    [Refuses(RefusalKind.Conflict, "The agreement is not fully executed.")]
    AgreementIsNotExecuted = 115,

    [Refuses(RefusalKind.Conflict, "The fee is not determined, or not settled.")]
    FeeIsNotSettled = 116,

    [Refuses(RefusalKind.Conflict, "There is no approved release.")]
    ReleaseIsMissing = 117,

    [Refuses(RefusalKind.Conflict, "Nothing has been downloaded yet.")]
    NothingWasDownloaded = 118,

    [Refuses(RefusalKind.Conflict, "The destruction of the data has not been attested.")]
    DestructionIsNotAttested = 119,

    [Refuses(RefusalKind.Conflict, "The applicant has not closed the request out.")]
    RequestIsNotClosedOut = 120,

    [Refuses(RefusalKind.Conflict, "Renewal is possible from 90 days before to 90 days after the end of the agreement.")]
    RenewalIsNotPossibleNow = 121,

    [Refuses(RefusalKind.Conflict, "Another request is in force in place of this one.")]
    RequestIsSuperseded = 122,

    [Refuses(RefusalKind.Invalid, "A text of 1 to 20,000 characters is needed.")]
    TextIsMissing = 123,

    [Refuses(RefusalKind.Unavailable, "Something that this needs could not be asked.")]
    FactsAreMissing = 124,

    [Refuses(RefusalKind.Conflict, "The applicant has certified that the data were destroyed; they are not given again.")]
    DataAreDestroyed = 130,

    [Refuses(RefusalKind.Invalid, "The ballot cannot be extended as far as that at once.")]
    ExtensionIsTooLong = 131,

    [Refuses(RefusalKind.Conflict, "Who decided has declared a conflict since. Somebody else has to decide.")]
    DeciderIsInConflict = 132,

    [Refuses(RefusalKind.Conflict, "The request's retention has not ended.")]
    RetentionHasNotEnded = 125,
#pragma warning restore CS1591
}
