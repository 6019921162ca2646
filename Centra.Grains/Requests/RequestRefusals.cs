using static Centra.Requests.DataRequestRefusal;
using Kind = Centra.Requests.RequestCommandKind;

namespace Centra.Requests;

/// <summary>What a request may refuse a command with, for whoever documents or tests it: from the table, the obstacles of <see cref="RequestRules"/> and the command itself.</summary>
public static class RequestRefusals
{
    /// <summary>All of a command of this type: of the request, or of a leaf to which the request carries it.</summary>
    public static IEnumerable<Enum> Of(Type command) => [.. CommandKinds.Of(command).SelectMany(Of).Distinct(), .. RefusedWithAttribute.Of(command)];

    /// <summary>What does not depend on what is sent.</summary>
    private static IEnumerable<Enum> Of(Kind kind)
    {
        var row = CommandTable.Rows[kind];
        yield return RequestNotFound;
        yield return NotTheCallersPart;
        yield return StageDoesNotAllowThis;
        if ((row.Parts & (RequestParts.Society | RequestParts.SigningOfficial)) != 0)
            yield return ActorIsOnTheTeam;
        if ((row.Parts & RequestParts.Society) != 0)
            yield return ActorIsInConflict;
        if (row.GoesOn)
            yield return QuestionIsOpen;
        foreach (var obstacle in Obstacles(kind))
            yield return obstacle;
    }

    private static Enum[] Obstacles(Kind kind) => kind switch
    {
        Kind.EditSection or Kind.Attach => [SectionIsNotAskedAbout],
        Kind.AnswerQuestion or Kind.WithdrawQuestion => [QuestionNotFound],
        Kind.RecordPolicyCheck => [ReconsiderationIsForAnotherPerson],
        Kind.AddCriterion or Kind.ExtendBallot or Kind.CloseBallot => [ChairIsPresent, FactsAreMissing],
        Kind.Evaluate => [ConflictIsNotDeclared, ChairDoesNotEvaluate, BallotIsNotOpen],
        Kind.Decide => [DecisionIsMadeAlready, .. Deciding],
        Kind.CorrectDecision => [DecisionIsMissing, .. Deciding],
        Kind.NotifyDecision => [DecisionIsMissing, DeciderIsInConflict, TallyHasChanged],
        Kind.Reconsider => [ReconsiderationWasMadeAlready, ReconsiderationIsTooLate, FactsAreMissing],
        Kind.IssueAgreement or Kind.ReviseAgreement => [EstimateIsMissing],
        Kind.IssueInvoice or Kind.AcceptTerms => [AgreementIsMissing],
        Kind.ApproveDeclining => [DecliningIsNotProposed, SecondPersonIsNeeded],
        Kind.PrepareRelease => [AccessIsPaused],
        Kind.ApproveRelease => [FeeIsNotSettled, AccessIsPaused],
        Kind.Download =>
        [
            AccessIsPaused, RequestIsSuperseded, DataAreDestroyed, AgreementIsNotExecuted, AgreementHasEnded, FeeIsNotSettled, ReleaseIsMissing, TermsAreNotAccepted,
            TrainingHasLapsed,
        ],
        Kind.Amend => [RequestIsSuperseded],
        Kind.Renew => [RequestIsSuperseded, RenewalIsNotPossibleNow],
        Kind.CloseOut => [DestructionIsNotAttested],
        Kind.AcceptCloseOut => [RequestIsNotClosedOut],
        Kind.Pause => [AccessIsPaused],
        Kind.Resume => [AccessIsNotPaused, FeeIsNotSettled],
        _ => [],
    };

    private static Enum[] Deciding => [QuorumIsNotReached, BallotIsStillOpen, DeciderHasEvaluated, ReconsiderationIsForAnotherPerson, ChairIsPresent, FactsAreMissing];
}
