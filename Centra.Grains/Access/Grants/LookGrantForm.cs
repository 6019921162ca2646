using Centra.Recording;

namespace Centra.Access;

/// <summary>How grants are stored, and how they are shown.</summary>
internal static class LookGrantForm
{
    public static RecordedForm<LookGrantState, LookGrantEvent, LookGrantRecord> Recorded { get; } = new(Load, Save, LookGrantRules.Apply);

    public static LookGrantView View(string userId, LookGrantState state) => new(
        userId, state.Purposes, state.Until, state.GivenBy, state.GivenAt, state.CertifiedBy, state.CertifiedAt, state.Employer, state.TrainedOn, state.RevokedAt);

    private static LookGrantState Load(LookGrantRecord? stored) => stored is null ? LookGrantState.None : new LookGrantState(
        [.. stored.Purposes ?? []], stored.Until, stored.GivenBy ?? "", stored.GivenAt, stored.CertifiedBy ?? "", stored.CertifiedAt,
        stored.Employer ?? "", stored.TrainedOn, stored.RevokedAt);

    private static LookGrantRecord Save(LookGrantState state) => new()
    {
        Purposes = [.. state.Purposes],
        Until = state.Until,
        GivenBy = state.GivenBy,
        GivenAt = state.GivenAt,
        CertifiedBy = state.CertifiedBy,
        CertifiedAt = state.CertifiedAt,
        Employer = state.Employer,
        TrainedOn = state.TrainedOn,
        RevokedAt = state.RevokedAt,
    };
}
