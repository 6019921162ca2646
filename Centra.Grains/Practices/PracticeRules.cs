using System.Collections.Immutable;

namespace Centra.Practices;

/// <summary>The rules of practices. Pure. (Design: opt-out.md, "Practices".)</summary>
public static class PracticeRules
{
    private const int MostKeys = 50;

    /// <summary>Decides a command.</summary>
    public static Result<ImmutableArray<PracticeEvent>> Decide(PracticeState state, PracticeCommand command, string actor, DateTimeOffset now) => (command, state.Standing) switch
    {
        (JoinPractice { Name: not { Length: > 0 and <= 200 } }, _) => PracticeRefusal.NameIsWrong,
        (JoinPractice join, PracticeStanding.None) => Happens(new PracticeJoined(join.Name, now)),
        (JoinPractice, _) => PracticeRefusal.PracticeHasJoinedAlready,
        (_, PracticeStanding.None) => PracticeRefusal.PracticeNotFound,
        (RevokeKey revoke, _) => Revoke(state, revoke.KeyId, now),
        (FinishLeaving finish, PracticeStanding.Leaving) => Happens(new PracticeLeft(finish.PatientsErased, now, finish.Certificate)),
        (FinishLeaving, _) => PracticeRefusal.PracticeIsNotLeaving,
        (_, PracticeStanding.Leaving or PracticeStanding.Left) => PracticeRefusal.PracticeIsLeaving,
        (RecordAgreement { Sha256: not { Length: 64 } }, _) => PracticeRefusal.AgreementDigestIsMissing,
        (RecordAgreement agreement, _) when agreement.Until < Today(now) => PracticeRefusal.AgreementHasEnded,
        (RecordAgreement agreement, _) => Happens(new AgreementRecorded(agreement.Until, agreement.Sha256)),
        (Attest attest, _) => Happens(new PatientsInformedAttested(attest.OffersOptOut, now)),
        (Activate, PracticeStanding.Active) => ImmutableArray<PracticeEvent>.Empty,
        (Activate, _) when !HasAgreement(state, now) => PracticeRefusal.AgreementIsMissing,
        (Activate, _) when !HasAttested(state, now) => PracticeRefusal.AttestationIsMissing,
        (Activate, _) => Happens(new PracticeActivated()),
        (IssueKey { Label: not { Length: > 0 and <= 200 } }, _) => PracticeRefusal.NameIsWrong,
        (IssueKey { Scopes: KeyScopes.None }, _) => PracticeRefusal.KeyNeedsScopes,
        (IssueKey, _) when state.Keys.Count(key => key.RevokedAt is null) >= MostKeys => PracticeRefusal.TooManyKeys,
        (IssueKey issue, _) => Happens(new KeyIssued(issue.KeyId, issue.Label, issue.Scopes, issue.SecretSha256, actor, now)),
        (BeginLeaving, _) => Leave(state, now),
        _ => throw new InvalidOperationException($"Nothing decides {command.GetType().Name} in {state.Standing}."),
    };

    /// <summary>Whether records of this practice are taken.</summary>
    public static bool MayIngest(PracticeState state, DateTimeOffset now) =>
        state.Standing is PracticeStanding.Active && HasAgreement(state, now) && HasAttested(state, now);

    /// <summary>The state after an event.</summary>
    public static PracticeState Apply(PracticeState state, PracticeEvent happened) => happened switch
    {
        PracticeJoined joined => PracticeState.None with { Name = joined.Name, Standing = PracticeStanding.Joining },
        AgreementRecorded agreement => state with { AgreementUntil = agreement.Until },
        PatientsInformedAttested attested => state with { AttestedAt = attested.At, OffersOptOut = attested.OffersOptOut },
        PracticeActivated => state with { Standing = PracticeStanding.Active },
        KeyIssued key => state with { Keys = state.Keys.Add(new ApiKey(key.KeyId, key.Label, key.Scopes, key.SecretSha256, key.At, key.By, null)) },
        KeyRevoked revoked => state with { Keys = [.. state.Keys.Select(key => key.KeyId == revoked.KeyId ? key with { RevokedAt = revoked.At } : key)] },
        LeavingBegun leaving => state with { Standing = PracticeStanding.Leaving, LeavingAt = leaving.At },
        PracticeLeft left => state with { Standing = PracticeStanding.Left, Certificate = left.Certificate },
        _ => throw new InvalidOperationException($"Nothing applies {happened.GetType().Name}."),
    };

    private static bool HasAgreement(PracticeState state, DateTimeOffset now) => state.AgreementUntil >= Today(now);

    private static bool HasAttested(PracticeState state, DateTimeOffset now) => state.AttestedAt is { } at && at.AddMonths(12) > now;

    private static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    private static Result<ImmutableArray<PracticeEvent>> Revoke(PracticeState state, string keyId, DateTimeOffset now) => state.Keys.FirstOrDefault(key => key.KeyId == keyId) switch
    {
        null => PracticeRefusal.KeyNotFound,
        { RevokedAt: not null } => ImmutableArray<PracticeEvent>.Empty,
        _ => Happens(new KeyRevoked(keyId, now)),
    };

    private static Result<ImmutableArray<PracticeEvent>> Leave(PracticeState state, DateTimeOffset now) =>
        state.Keys.Where(key => key.RevokedAt is null).Select(PracticeEvent (key) => new KeyRevoked(key.KeyId, now)).Append(new LeavingBegun(now)).ToImmutableArray();

    private static ImmutableArray<PracticeEvent> Happens(PracticeEvent happened) => [happened];
}
