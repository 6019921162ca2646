using Centra.Recording;

namespace Centra.People;

/// <summary>How people are stored, and how they are shown.</summary>
internal static class PersonForm
{
    public static RecordedForm<PersonState, PersonEvent, PersonRecord> Recorded { get; } = new(Load, Save, PersonRules.Apply);

    public static PersonView View(string userId, PersonState state) => new(
        userId, state.Standing, state.PracticeId, state.Roles, state.Proposals, state.Employer, state.TrainedOn, state.CredentialsResetAt);

    private static PersonState Load(PersonRecord? stored) => stored is null ? PersonState.None : new PersonState(
        stored.Standing, stored.PracticeId, [.. stored.Roles ?? []], [.. stored.Proposals ?? []], stored.Employer, stored.TrainedOn, stored.CredentialsResetAt);

    private static PersonRecord Save(PersonState state) => new()
    {
        Standing = state.Standing,
        PracticeId = state.PracticeId,
        Roles = [.. state.Roles],
        Proposals = [.. state.Proposals],
        Employer = state.Employer,
        TrainedOn = state.TrainedOn,
        CredentialsResetAt = state.CredentialsResetAt,
    };
}
