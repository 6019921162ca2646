using Centra.Requests;

namespace Centra.Api.Portal;

/// <summary>What the society alone is told of checks and the committee's work: that somebody has evaluated, never how. Pure.</summary>
internal static class HistoryReview
{
    public static string? Of(string type, EventPayload said, Actors names) => type switch
    {
        "AvailabilityRecorded" => "The availability check was recorded.",
        "PolicyChecked" => said.Text("check.isConsistent") is "True" ? "It agrees with the information sharing policy." : $"It does not agree with the information sharing policy{HistoryWords.Because(said.Text("check.reasons"))}",
        "ReviewRoundBegun" => $"Round {said.Text("round")} of the committee's review began.",
        "CriterionAdded" => $"A criterion was added: {said.Text("criterion.text")}",
        "ReviewerAssigned" => $"{names.Of(said.Text("assignment.reviewerId"))} was asked to review it.",
        "ReviewerUnassigned" => $"{names.Of(said.Text("reviewerId"))} was released from reviewing it{HistoryWords.Because(said.Text("reason"))}",
        "ReviewerRecused" => $"{names.Of(said.Text("reviewerId"))} is recused.",
        "ConflictDenied" => $"{names.Of(said.Text("userId"))} declared that there is no conflict of interest.",
        "ConflictDeclared" => $"{names.Of(said.Text("userId"))} declared a conflict of interest.",
        "Evaluated" => "An evaluation was handed in.",
        "BallotOpened" => $"The ballot opened; quorum {said.Text("ballot.quorum")}.",
        "BallotExtended" => $"The ballot was extended{HistoryWords.Because(said.Text("reason"))}",
        "BallotClosed" => $"The ballot closed with {said.Text("counted")} evaluations: {(said.Kind<BallotStanding>("standing") is BallotStanding.NoQuorum ? "too few, there is no quorum" : "the quorum is reached")}.",
        "Decided" => $"The decision was taken{HistoryWords.Because(said.Text("decision.reason"))}",
        "DecisionCorrected" => $"The decision was corrected{HistoryWords.Because(said.Text("decision.reason"))}",
        "DecliningProposed" => $"It was proposed not to fulfil it{HistoryWords.Because(said.Text("proposal.reason"))}",
        "Reminded" => $"A reminder was sent: {said.Text("what")}.",
        "InterestsDeclared" => "Co-authors and funders were declared.",
        _ => null,
    };
}
