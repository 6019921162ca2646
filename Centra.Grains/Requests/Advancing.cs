namespace Centra.Requests;

/// <summary>
/// How a request goes on from what agreement, ledger and release say: it looks at them, they never call it. Pure and idempotent, so that a crash
/// between two writes is completed by looking again. (Design: requests.md, "(automatic)".)
/// </summary>
internal static class Advancing
{
    /// <summary>What follows now, until nothing follows.</summary>
    public static IEnumerable<RequestEvent> From(RequestState state, RequestFacts facts)
    {
        while (Next(state, facts) is { } happened)
        {
            yield return happened;
            state = RequestApply.Apply(state, happened);
        }
    }

    private static RequestEvent? Next(RequestState state, RequestFacts facts) => state.Stage switch
    {
        RequestStage.Contracting => Agreement(state, facts) ?? Paid(state, facts),
        RequestStage.Fulfilment => Chargeback(state, facts) ?? Released(state, facts),
        RequestStage.Active => Chargeback(state, facts) ?? Downloaded(state, facts),
        _ when state.HasEnded => BrokenOff(state.Review, facts.Now),
        _ => null,
    };

    // A request that ends closes its ballot.
    private static BallotClosed? BrokenOff(CommitteeReview review, DateTimeOffset now) =>
        review.Ballot is { Standing: BallotStanding.Open or BallotStanding.NoQuorum } ? new BallotClosed(BallotStanding.BrokenOff, review.Counted.Count(), now) : null;

    private static RequestEvent? Agreement(RequestState state, RequestFacts facts) => facts.Contract.Agreement switch
    {
        null => null,
        { IsDeclined: true } => new StageEntered(RequestStage.Declined, "the agreement was declined", facts.Now),
        { } agreement when agreement.Version > state.Contract.AgreementVersion => new AgreementSeen(agreement.Version, facts.Now),
        { IsFullyExecuted: true, Starts: { } starts, Ends: { } ends } agreement when state.Contract.ExecutedVersion != agreement.Version && facts.Rules is { } rules =>
            new AgreementExecuted(agreement.Version, agreement.Sha256 ?? "", starts, ends, rules.Calendar.EndOf(ends)),
        { IsFullyExecuted: false } agreement when state.Contract.AwaitedFrom != Balls.Of(agreement) => new AgreementAwaited(Balls.Of(agreement)),
        _ => null,
    };

    private static StageEntered? Paid(RequestState state, RequestFacts facts) =>
        state.Contract.ExecutedVersion > 0 && state.Contract.ExecutedVersion == state.Contract.AgreementVersion && facts.Contract.IsSettled && !state.OpenQuestions.Any()
            ? new StageEntered(RequestStage.Fulfilment, "signed and paid", facts.Now)
            : null;

    private static RequestEvent? Chargeback(RequestState state, RequestFacts facts) =>
        facts.Contract.Ledger is { HasUnresolvedReversal: true } && state.Pause is null
            ? new AccessPaused(new AccessPause("the service", "a payment was reversed", facts.Now))
            : null;

    private static RequestEvent? Released(RequestState state, RequestFacts facts) => facts.Contract.Release switch
    {
        { IsApproved: true } release when release.Version > state.Contract.ReleaseVersion => new ReleaseOpened(release.Version),
        { IsApproved: true } when facts.Contract.IsSettled && !state.OpenQuestions.Any() => new StageEntered(RequestStage.Active, "released", facts.Now),
        _ => null,
    };

    private static FirstDownloaded? Downloaded(RequestState state, RequestFacts facts) =>
        state.Contract.FirstDownloadAt is null && facts.Contract.Release?.FirstDownloadAt is { } at ? new FirstDownloaded(at) : null;
}
