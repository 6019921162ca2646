using Centra.Recording;

namespace Centra.Access;

/// <summary>How break-glass accesses are stored, and how they are shown.</summary>
internal static class BreakGlassForm
{
    public static RecordedForm<BreakGlassState, BreakGlassEvent, BreakGlassRecord> Recorded { get; } = new(Load, Save, BreakGlassRules.Apply);

    public static BreakGlassView View(string id, BreakGlassState state) => new(
        id, state.UserId, state.Purpose, state.OpenedAt, state.Until, state.ReviewDue, state.Outcome, state.ReviewedBy, state.ReviewedAt);

    private static BreakGlassState Load(BreakGlassRecord? stored) => stored is null ? BreakGlassState.None : new BreakGlassState(
        stored.UserId ?? "", stored.Purpose ?? "", stored.OpenedAt, stored.Until, stored.ReviewDue, stored.Outcome, stored.ReviewedBy, stored.ReviewedAt);

    private static BreakGlassRecord Save(BreakGlassState state) => new()
    {
        UserId = state.UserId,
        Purpose = state.Purpose,
        OpenedAt = state.OpenedAt,
        Until = state.Until,
        ReviewDue = state.ReviewDue,
        Outcome = state.Outcome,
        ReviewedBy = state.ReviewedBy,
        ReviewedAt = state.ReviewedAt,
    };
}
