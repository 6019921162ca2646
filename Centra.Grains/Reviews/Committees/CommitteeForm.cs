using Centra.Recording;

namespace Centra.Reviews;

/// <summary>How committees are stored, and how they are shown.</summary>
internal static class CommitteeForm
{
    public static RecordedForm<CommitteeState, CommitteeEvent, CommitteeRecord> Recorded { get; } = new(Load, Save, CommitteeSeats.Apply);

    public static CommitteeView View(string committeeId, CommitteeState state) => new(committeeId, state.Name, state.ChairId, state.DeputyIds, state.MemberIds);

    private static CommitteeState Load(CommitteeRecord? stored) => stored is null ? CommitteeState.None : new CommitteeState(
        stored.Name ?? "", stored.ChairId, [.. stored.DeputyIds ?? []], [.. stored.MemberIds ?? []]);

    private static CommitteeRecord Save(CommitteeState state) => new()
    {
        Name = state.Name,
        ChairId = state.ChairId,
        DeputyIds = [.. state.DeputyIds],
        MemberIds = [.. state.MemberIds],
    };
}
