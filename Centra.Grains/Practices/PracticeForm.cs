using Centra.Recording;

namespace Centra.Practices;

/// <summary>How practices are stored, and how they are shown.</summary>
internal static class PracticeForm
{
    public static RecordedForm<PracticeState, PracticeEvent, PracticeRecord> Recorded { get; } = new(Load, Save, PracticeRules.Apply);

    public static PracticeView View(string practiceId, PracticeState state, DateTimeOffset now) => new(
        practiceId, state.Name, state.Standing, state.AgreementUntil, state.AttestedAt, state.OffersOptOut, PracticeRules.MayIngest(state, now),
        [.. state.Keys.Select(key => new ApiKeyView(key.KeyId, key.Label, key.Scopes, key.IssuedAt, key.IssuedBy, key.RevokedAt))],
        state.LeavingAt, state.Certificate);

    private static PracticeState Load(PracticeRecord? stored) => stored is null ? PracticeState.None : new PracticeState(
        stored.Name ?? "", stored.Standing, stored.AgreementUntil, stored.AttestedAt, stored.OffersOptOut, [.. stored.Keys ?? []])
    {
        LeavingAt = stored.LeavingAt,
        Certificate = stored.Certificate,
    };

    private static PracticeRecord Save(PracticeState state) => new()
    {
        Name = state.Name,
        Standing = state.Standing,
        AgreementUntil = state.AgreementUntil,
        AttestedAt = state.AttestedAt,
        OffersOptOut = state.OffersOptOut,
        Keys = [.. state.Keys],
        LeavingAt = state.LeavingAt,
        Certificate = state.Certificate,
    };
}
