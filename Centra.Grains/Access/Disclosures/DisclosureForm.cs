using Centra.Recording;

namespace Centra.Access;

/// <summary>How disclosures are stored, and how they are shown.</summary>
internal static class DisclosureForm
{
    public static RecordedForm<DisclosureState, DisclosureEvent, DisclosureRecord> Recorded { get; } = new(Load, Save, DisclosureRules.Apply);

    public static DisclosureView View(string id, DisclosureState state) => new(
        id, state.PracticeId, state.Stage, state.Basis, state.OrderSha256, state.ProposedBy, state.ProposedAt, state.ApprovedBy, state.ApprovedAt);

    private static DisclosureState Load(DisclosureRecord? stored) => stored is null ? DisclosureState.None : new DisclosureState(
        stored.Stage, stored.PracticeId ?? "", stored.Basis, stored.OrderSha256 ?? "", stored.ProposedBy ?? "", stored.ProposedAt, stored.ApprovedBy, stored.ApprovedAt);

    private static DisclosureRecord Save(DisclosureState state) => new()
    {
        Stage = state.Stage,
        PracticeId = state.PracticeId,
        Basis = state.Basis,
        OrderSha256 = state.OrderSha256,
        ProposedBy = state.ProposedBy,
        ProposedAt = state.ProposedAt,
        ApprovedBy = state.ApprovedBy,
        ApprovedAt = state.ApprovedAt,
    };
}
