using Centra.Recording;

namespace Centra.Reviews;

/// <summary>How reviewers are stored, and how they are shown.</summary>
internal static class ReviewerForm
{
    public static RecordedForm<ReviewerState, ReviewerEvent, ReviewerRecord> Recorded { get; } = new(Load, Save, ReviewerRules.Apply);

    public static ReviewerView View(string userId, ReviewerState state) =>
        new(userId, state.InstitutionId, state.Expertise, state.Relations, state.Absence?.From, state.Absence?.To, state.Absence?.DeputyId);

    private static ReviewerState Load(ReviewerRecord? stored) => stored is null ? ReviewerState.None : new ReviewerState(
        stored.HasProfile, stored.InstitutionId, [.. stored.Expertise ?? []], [.. stored.Relations ?? []], stored.Absence);

    private static ReviewerRecord Save(ReviewerState state) => new()
    {
        HasProfile = state.HasProfile,
        InstitutionId = state.InstitutionId,
        Expertise = [.. state.Expertise],
        Relations = [.. state.Relations],
        Absence = state.Absence,
    };
}
