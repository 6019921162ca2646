using Centra.Recording;

namespace Centra.Billing;

/// <summary>How messages that belonged nowhere are stored, and how they are shown.</summary>
internal static class UnmatchedForm
{
    public static RecordedForm<UnmatchedState, UnmatchedEvent, UnmatchedRecord> Recorded { get; } = new(Load, Save, UnmatchedRules.Apply);

    /// <summary>The id of a message: the same message always has the same one.</summary>
    public static string IdOf(ProviderEvent told) => $"unmatched-{Recorder.ContentOf(told)[..24]}";

    public static UnmatchedView View(string id, UnmatchedState state) => new(
        id, state.Told!, state.Why, state.ReceivedAt, state.Standing, state.AssignedTo, state.Reason, state.DecidedBy, state.DecidedAt);

    private static UnmatchedState Load(UnmatchedRecord? stored) => stored is null ? UnmatchedState.None : new UnmatchedState(
        stored.Told, stored.Why ?? "", stored.ReceivedAt, stored.Standing, stored.AssignedTo, stored.Reason, stored.DecidedBy, stored.DecidedAt);

    private static UnmatchedRecord Save(UnmatchedState state) => new()
    {
        Told = state.Told,
        Why = state.Why,
        ReceivedAt = state.ReceivedAt,
        Standing = state.Standing,
        AssignedTo = state.AssignedTo,
        Reason = state.Reason,
        DecidedBy = state.DecidedBy,
        DecidedAt = state.DecidedAt,
    };
}
