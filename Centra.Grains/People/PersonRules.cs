using System.Collections.Immutable;

namespace Centra.People;

/// <summary>The rules of people and their rights. Pure. (Design: mission.md, "Who uses it"; requests.md, "Separation of duties".)</summary>
public static class PersonRules
{
    /// <summary>
    /// The actor that stands for whoever runs the process: they made the key ring and hold the data folder, so there is nobody else to ask.
    /// No principal of a request has this id.
    /// </summary>
    public const string Host = "host";

    /// <summary>Decides a command.</summary>
    /// <param name="state">The person.</param>
    /// <param name="command">The command.</param>
    /// <param name="who">Whom it is about, and who sends it.</param>
    /// <param name="facts">What has to be known beside it.</param>
    /// <param name="now">When.</param>
    public static Result<ImmutableArray<PersonEvent>> Decide(PersonState state, PersonCommand command, Governing who, PersonFacts facts, DateTimeOffset now) => (command, state.Standing) switch
    {
        (AdmitPerson { PracticeId: not null }, _) when !facts.PracticeExists => PersonRefusal.PracticeIsNeeded.Because("There is no such practice."),
        (AdmitPerson admit, PersonStanding.None) => Admit(admit, who.Actor, facts, now),
        (AdmitPerson, _) => PersonRefusal.PersonWasAdmittedAlready,
        (_, PersonStanding.None) => PersonRefusal.PersonNotFound,
        (NoteCredentials note, _) => Note(note.Change, who, now),
        _ when who.IsOneself => PersonRefusal.NobodyGovernsThemselves,
        (ProposeRole propose, _) => RoleRules.Propose(state, propose.Role, who.Actor, facts, now),
        (ApproveRole approve, _) => RoleRules.Approve(state, approve.Role, who.Actor),
        (RemoveRole remove, _) => RoleRules.Remove(state, remove.Role),
        (DisablePerson, PersonStanding.Active) => Happens(new PersonDisabled()),
        (EnablePerson, PersonStanding.Disabled) => Happens(new PersonEnabled()),
        (DisablePerson or EnablePerson, _) => ImmutableArray<PersonEvent>.Empty,
        (RecordTraining { Employer.Length: 0 or > 200 }, _) => PersonRefusal.TrainingIsWrong,
        (RecordTraining training, _) when training.TrainedOn > DateOnly.FromDateTime(now.UtcDateTime) => PersonRefusal.TrainingIsWrong,
        (RecordTraining training, _) => Happens(new TrainingRecorded(training.Employer, training.TrainedOn)),
        _ => throw new InvalidOperationException($"Nothing decides {command.GetType().Name} in {state.Standing}."),
    };

    /// <summary>The state after an event.</summary>
    public static PersonState Apply(PersonState state, PersonEvent happened) => happened switch
    {
        PersonAdmitted admitted => PersonState.None with { Standing = PersonStanding.Active, PracticeId = admitted.PracticeId },
        RoleProposed proposed => state with { Proposals = state.Proposals.Add(new RoleProposal(proposed.Role, proposed.By, proposed.At)) },
        RoleGranted granted => RoleRules.Without(state, granted.Role) with { Roles = [.. state.Roles, granted.Role] },
        RoleProposalDropped dropped => RoleRules.Without(state, dropped.Role),
        RoleRemoved removed => state with { Roles = state.Roles.Remove(removed.Role) },
        PersonDisabled => state with { Standing = PersonStanding.Disabled },
        PersonEnabled => state with { Standing = PersonStanding.Active },
        TrainingRecorded training => state with { Employer = training.Employer, TrainedOn = training.TrainedOn },
        CredentialsChanged { Change: CredentialChange.PasswordReset or CredentialChange.SecondFactorReset } reset => state with { CredentialsResetAt = reset.At },
        CredentialsChanged => state,
        _ => throw new InvalidOperationException($"Nothing applies {happened.GetType().Name}."),
    };

    private static Result<ImmutableArray<PersonEvent>> Admit(AdmitPerson admit, string actor, PersonFacts facts, DateTimeOffset now)
    {
        var events = Happens(new PersonAdmitted(admit.PracticeId, now));
        foreach (var role in admit.Roles.Distinct())
        {
            var proposed = RoleRules.Propose(events.Aggregate(PersonState.None, Apply), role, actor, facts, now);
            if (proposed.IsRefused)
                return proposed.Refusal;
            events = events.AddRange(proposed.Value);
        }
        return events;
    }

    // What is one's own to change, nobody else changes; what an operator does, nobody does to themselves.
    private static Result<ImmutableArray<PersonEvent>> Note(CredentialChange change, Governing who, DateTimeOffset now) => change switch
    {
        CredentialChange.PasswordChanged or CredentialChange.SecondFactorSet or CredentialChange.SecondFactorRemoved or CredentialChange.SignedOutEverywhere
            when who.IsOneself => Happens(new CredentialsChanged(change, now)),
        CredentialChange.PasswordReset or CredentialChange.SecondFactorReset or CredentialChange.Unlocked
            when !who.IsOneself => Happens(new CredentialsChanged(change, now)),
        _ => PersonRefusal.ChangeIsNotTheCallers,
    };

    private static ImmutableArray<PersonEvent> Happens(PersonEvent happened) => [happened];
}

/// <summary>Whom a command is about, and who sends it.</summary>
public sealed record Governing(string UserId, string Actor)
{
    /// <summary>Whether these are the same person.</summary>
    public bool IsOneself => UserId == Actor;
}

/// <summary>What has to be known beside the person's own state.</summary>
/// <param name="OperatorsEver">How many people are, or ever were, operators.</param>
/// <param name="PracticeExists">Whether the practice named in the command has joined.</param>
public sealed record PersonFacts(long OperatorsEver, bool PracticeExists);
