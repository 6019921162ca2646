namespace Centra.Requests;

/// <summary>
/// What is true of every download (design: requests.md, "Invariants"), said a second time and apart from the rule that permits it, so that a
/// mistake in the one shows in the other. Pure.
/// </summary>
internal static class DownloadInvariants
{
    /// <summary>Which of them do not hold; none: all is well.</summary>
    public static IReadOnlyList<string> Broken(RequestState state, RequestFacts facts) =>
        [.. Standing(state, facts).Concat(Bound(state.Contract, facts)).Concat(Person(state, facts)).Where(one => !one.Holds).Select(one => one.Name)];

    private static IEnumerable<(string Name, bool Holds)> Standing(RequestState state, RequestFacts facts)
    {
        yield return ("RequestIsActive", state.Stage == RequestStage.Active);
        yield return ("AccessIsNotPaused", state.Pause == null && facts.Contract.Ledger?.HasUnresolvedReversal == false);
        yield return ("CommitteeHasApproved", state.ApprovedDatasets.Any());
        yield return ("FeeIsDetermined", facts.Contract.Ledger?.IsFeeDetermined == true);
        yield return ("NothingIsOwed", facts.Contract.Ledger?.Balance <= 0);
    }

    private static IEnumerable<(string Name, bool Holds)> Bound(Contract contract, RequestFacts facts)
    {
        var agreement = facts.Contract.Agreement;
        yield return ("AgreementIsFullyExecuted", agreement?.IsFullyExecuted == true && contract.ExecutedVersion > 0);
        yield return ("AgreementIsOverTheShownDocument", contract.ExecutedSha256.Length > 0 && agreement?.Sha256 == contract.ExecutedSha256 && agreement.Version == contract.ExecutedVersion);
        yield return ("TermHasNotEnded", facts.Now < contract.EndsAt);
    }

    private static IEnumerable<(string Name, bool Holds)> Person(RequestState state, RequestFacts facts)
    {
        var (who, executed) = (facts.Actor.UserId, state.Contract.ExecutedVersion);
        yield return ("MemberHasAccepted", state.Application.Team.Any(one => one.UserId == who && one.RemovedAt == null && one.AcceptedVersion == executed));
        yield return ("MemberIsTrained", facts.Actor.TrainedOn?.AddYears(1) >= DateOnly.FromDateTime(facts.Now.UtcDateTime));
    }
}
