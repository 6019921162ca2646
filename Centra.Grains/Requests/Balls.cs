using Centra.Agreements;

namespace Centra.Requests;

/// <summary>Who has to act next. Pure.</summary>
public static class Balls
{
    /// <summary>Who signs for the institution.</summary>
    public const string Official = "signing official";

    /// <summary>A part: applicant, manager, reviewer, chair, finance, signing official, society signatory, steward; or nobody.</summary>
    public static string Of(RequestState state)
    {
        if (!state.HasEnded && state.OpenQuestions.Any())
            return "applicant";
        return state.Stage switch
        {
            RequestStage.Draft => "applicant",
            RequestStage.Availability or RequestStage.PolicyCheck => "manager",
            RequestStage.CommitteeReview => Committee(state.Review),
            RequestStage.Contracting => Contract(state.Contract),
            RequestStage.Fulfilment => "steward",
            RequestStage.Active or RequestStage.Expired or RequestStage.Revoked => state.Contract.IsClosedOut ? "steward" : "applicant",
            _ => "nobody",
        };
    }

    /// <summary>As somebody may know it: who waits for the committee is not told how far it is.</summary>
    public static string Of(RequestState state, RequestParts parts) =>
        state.Stage is RequestStage.CommitteeReview && !state.OpenQuestions.Any() && (parts & (RequestParts.Society | RequestParts.Auditor | RequestParts.Service)) == 0
            ? "committee" : Of(state);

    /// <summary>Who has to act on an agreement that is not executed: the society where it was signed for the institution, is to be changed, or came back on paper.</summary>
    public static string Of(AgreementFacts agreement) =>
        agreement.AcceptedEstimate is not null ? "society signatory" : agreement.HasOpenChangeRequest || agreement.HasScan ? "manager" : Official;

    private static string Committee(CommitteeReview review) => review switch
    {
        { Decision: not null } => "manager",
        { Ballot: null } => "manager",
        { Ballot.Standing: BallotStanding.Open } => "reviewer",
        _ => "chair",
    };

    private static string Contract(Contract contract) =>
        contract.AgreementVersion == 0 ? "manager" : contract.ExecutedVersion != contract.AgreementVersion ? contract.AwaitedFrom : "finance";
}
