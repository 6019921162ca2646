using System.Collections.Immutable;
using Centra.People;

namespace Centra.Access;

/// <summary>The rules of grants for looking. Pure. (Design: opt-out.md, "Looking".)</summary>
public static class LookGrantRules
{
    private const int MostMonths = 12;

    /// <summary>Decides a command.</summary>
    /// <param name="state">The grant.</param>
    /// <param name="command">The command.</param>
    /// <param name="officer">Who sends it.</param>
    /// <param name="holder">Whose grant it is; null where there is no such person.</param>
    /// <param name="now">When.</param>
    public static Result<ImmutableArray<LookGrantEvent>> Decide(LookGrantState state, LookGrantCommand command, string officer, PersonView? holder, DateTimeOffset now) => command switch
    {
        _ when holder is null => PersonRefusal.PersonNotFound,
        RevokeLookGrant => Revoke(state, now),
        _ when holder.UserId == officer => AccessRefusal.NobodyGrantsThemselves,
        GiveLookGrant { Purposes: [] } => AccessRefusal.PurposeIsUnknown,
        GiveLookGrant give when give.Purposes.Any(purpose => Purposes.Find(purpose) is null) => AccessRefusal.PurposeIsUnknown,
        RecertifyLookGrant when !state.Exists || state.RevokedAt is not null => AccessRefusal.GrantNotFound,
        GiveLookGrant give => Certified(give.Until, holder, now) is { } refusal ? refusal
            : Happens(new LookGrantGiven([.. give.Purposes.Distinct().Order(StringComparer.Ordinal)], give.Until, holder.Employer!, holder.TrainedOn!.Value, officer, now)),
        RecertifyLookGrant again => Certified(again.Until, holder, now) is { } refusal ? refusal
            : Happens(new LookGrantRecertified(again.Until, holder.Employer!, holder.TrainedOn!.Value, officer, now)),
        _ => throw new InvalidOperationException($"Nothing decides {command.GetType().Name}."),
    };

    /// <summary>Whether the holder may look for a purpose.</summary>
    /// <param name="state">The grant.</param>
    /// <param name="purpose">The purpose.</param>
    /// <param name="resetAt">When an operator last reset the holder's credentials.</param>
    /// <param name="now">When.</param>
    public static Refusal? MayLook(LookGrantState state, string purpose, DateTimeOffset? resetAt, DateTimeOffset now)
    {
        if (state.RevokedAt is not null || now >= state.Until || !state.Purposes.Contains(purpose))
            return AccessRefusal.LookNeedsGrant.Because();
        return resetAt >= state.CertifiedAt ? AccessRefusal.GrantNeedsRecertification.Because() : null;
    }

    /// <summary>The state after an event.</summary>
    public static LookGrantState Apply(LookGrantState state, LookGrantEvent happened) => happened switch
    {
        LookGrantGiven given => new LookGrantState(given.Purposes, given.Until, given.By, given.At, given.By, given.At, given.Employer, given.TrainedOn, null),
        LookGrantRecertified again => state with
        {
            Until = again.Until,
            CertifiedBy = again.By,
            CertifiedAt = again.At,
            Employer = again.Employer,
            TrainedOn = again.TrainedOn,
        },
        LookGrantRevoked revoked => state with { RevokedAt = revoked.At },
        _ => throw new InvalidOperationException($"Nothing applies {happened.GetType().Name}."),
    };

    private static Result<ImmutableArray<LookGrantEvent>> Revoke(LookGrantState state, DateTimeOffset now) =>
        !state.Exists ? AccessRefusal.GrantNotFound
        : state.RevokedAt is not null ? ImmutableArray<LookGrantEvent>.Empty
        : Happens(new LookGrantRevoked(now));

    private static Refusal? Certified(DateTimeOffset until, PersonView holder, DateTimeOffset now)
    {
        if (until <= now || until > now.AddMonths(MostMonths))
            return AccessRefusal.GrantPeriodIsWrong.Because();
        var isTrained = holder.TrainedOn is { } day && day.AddMonths(MostMonths) > DateOnly.FromDateTime(now.UtcDateTime);
        return isTrained && !string.IsNullOrEmpty(holder.Employer) ? null : AccessRefusal.TrainingIsMissing.Because();
    }

    private static ImmutableArray<LookGrantEvent> Happens(LookGrantEvent happened) => [happened];
}
