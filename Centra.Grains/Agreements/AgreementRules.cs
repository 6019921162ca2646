using System.Collections.Immutable;

namespace Centra.Agreements;

/// <summary>The rules of agreements. Pure. (Design: requests.md; signatures with name, time and meaning: 21 CFR 11.50.)</summary>
public static class AgreementRules
{
    /// <summary>Decides a command that <see cref="AgreementGuards"/> lets pass.</summary>
    /// <param name="state">The agreement.</param>
    /// <param name="command">The command.</param>
    /// <param name="draft">The document that was written for a new version; null for other commands.</param>
    /// <param name="actor">Who.</param>
    /// <param name="now">When.</param>
    public static Result<ImmutableArray<AgreementEvent>> Decide(AgreementState state, AgreementCommand command, AgreementDraft? draft, string actor, DateTimeOffset now) =>
        AgreementGuards.WhyNot(state, command, actor, now) is { } refusal ? refusal : Happens(state, command, draft, actor, now);

    /// <summary>Whether both parties, two persons, signed exactly the current version, and nobody who issued one countersigned.</summary>
    public static bool IsFullyExecuted(AgreementState state) => state.Standing is AgreementStanding.Executed
        && state.SignatureOf(SignatureParty.Institution) is { } institution && state.SignatureOf(SignatureParty.Society) is { } society
        && institution.UserId != society.UserId && state.Versions.All(version => version.IssuedBy != society.UserId);

    /// <summary>What the request goes on by.</summary>
    public static AgreementFacts Facts(AgreementState state) => new(
        state.Current?.Number ?? 0, state.Current?.Sha256, IsFullyExecuted(state), state.Standing is AgreementStanding.Declined or AgreementStanding.Lapsed or AgreementStanding.Ended,
        state.Starts, state.Ends, state.SignatureOf(SignatureParty.Institution) is null ? null : state.Current!.Total, state.Current?.EstimateVersion ?? 0, state.HasOpenChanges,
        state.Scan is not null);

    /// <summary>The state after an event.</summary>
    public static AgreementState Apply(AgreementState state, AgreementEvent happened) => happened switch
    {
        AgreementIssued issued => Renew(state, issued.Version, issued.ClauseIds),
        AgreementRevised revised => Renew(state, revised.Version, revised.ClauseIds),
        ChangesRequested asked => state with { Changes = state.Changes.Add(new AskedChanges(state.Current!.Number, asked.By, asked.At, asked.Comments, null)) },
        ChangesAnswered answered => state with { Changes = [.. state.Changes.Select(changes => IsOpen(state, changes) ? changes with { Answer = answered.Answer } : changes)] },
        AgreementSigned signed => state with { Signatures = state.Signatures.Add(signed.Signature), Standing = AgreementStanding.InstitutionSigned },
        SignedScanAttached attached => state with { Scan = attached.Scan },
        ScanAttested attested => state with { Scan = state.Scan! with { AttestedBy = [.. state.Scan.AttestedBy, attested.By] } },
        AgreementExecuted executed => state with { Standing = AgreementStanding.Executed, Starts = executed.Starts, Ends = executed.Ends },
        AgreementDeclined declined => state with { Standing = AgreementStanding.Declined, Reason = declined.Reason },
        AgreementLapsed => state with { Standing = AgreementStanding.Lapsed },
        ContentRemoved => AgreementState.None,
        OfferEnded ended => state with { Standing = AgreementStanding.Ended, Reason = ended.Reason },
        _ => throw new InvalidOperationException($"Nothing applies {happened.GetType().Name}."),
    };

    private static Result<ImmutableArray<AgreementEvent>> Happens(AgreementState state, AgreementCommand command, AgreementDraft? draft, string actor, DateTimeOffset now) => command switch
    {
        IssueAgreement issue => One(new AgreementIssued(Next(state, issue.Content, "", draft!, actor, now), draft!.ClauseIds)),
        ReviseAgreement revise => One(new AgreementRevised(Next(state, revise.Content, revise.Note, draft!, actor, now), draft!.ClauseIds)),
        RequestChanges request => One(new ChangesRequested(actor, now, [.. request.Comments])),
        AnswerChanges answer => One(new ChangesAnswered(answer.Answer, actor, now)),
        SignAgreement sign => One(new AgreementSigned(Sign(state, SignatureParty.Institution, actor, sign.FullName, sign.Capacity, sign.Meaning, now))),
        Countersign sign => Execute(state, Sign(state, SignatureParty.Society, actor, sign.FullName, sign.Capacity, sign.Meaning, now)),
        AttachSignedScan scan => One(new SignedScanAttached(new SignedScan(scan.ScanSha256, scan.OfficialId, scan.FullName, scan.Capacity, scan.SignedOn, []), actor, now)),
        AttestScan => Attest(state, actor, now),
        DeclineAgreement decline => One(new AgreementDeclined(decline.Reason, actor, now)),
        LapseAgreement => One(new AgreementLapsed(now)),
        EndOffer end => One(new OfferEnded(end.Reason, now)),
        RemoveAgreement remove => One(new ContentRemoved(remove.Rule, now)),
        _ => throw new InvalidOperationException($"Nothing decides {command.GetType().Name}."),
    };

    private static ImmutableArray<AgreementEvent> Execute(AgreementState state, AgreementSignature signature)
    {
        var (version, starts) = (state.Current!, SocietyDays.DayOf(signature.At, state.Current!.Zone));
        return [new AgreementSigned(signature), new AgreementExecuted(version.Number, version.Sha256, starts, starts.AddMonths(version.TermMonths).AddDays(-1))];
    }

    private static ImmutableArray<AgreementEvent> Attest(AgreementState state, string actor, DateTimeOffset now)
    {
        var scan = state.Scan!;
        var attested = new ScanAttested(scan.ScanSha256, actor, now);
        return scan.AttestedBy.Length == 0
            ? [attested]
            : [attested, new AgreementSigned(Sign(state, SignatureParty.Institution, scan.OfficialId, scan.FullName, scan.Capacity, "", now) with { ScanSha256 = scan.ScanSha256 })];
    }

    private static AgreementSignature Sign(AgreementState state, SignatureParty party, string userId, string fullName, string capacity, string meaning, DateTimeOffset now) =>
        new(party, state.Current!.Number, userId, fullName.Trim(), capacity.Trim(), meaning.Trim(), now, state.Current.Sha256, null);

    private static AgreementVersion Next(AgreementState state, AgreementContent content, string note, AgreementDraft draft, string actor, DateTimeOffset now) => new(
        state.Versions.Length + 1, draft.Sha256, draft.TextSha256, draft.SourceSha256, actor, now, note,
        content.TemplateVersion, content.Cost.EstimateVersion, content.Cost.Total, content.Cost.Currency, content.OpenUntil, content.Zone, content.TermMonths);

    private static AgreementState Renew(AgreementState state, AgreementVersion version, string[] clauseIds) =>
        state with { Standing = AgreementStanding.Issued, Versions = state.Versions.Add(version), ClauseIds = [.. clauseIds], Scan = null };

    private static bool IsOpen(AgreementState state, AskedChanges changes) => changes.Version == state.Current!.Number && changes.Answer is null;

    private static ImmutableArray<AgreementEvent> One(AgreementEvent happened) => [happened];
}
