using System.Collections.Immutable;
using Orleans;
using static Centra.People.PersonRefusal;

namespace Centra.People;

/// <summary>What can be commanded of a person: a closed family. Nobody sends one about themselves but <see cref="NoteCredentials"/>.</summary>
[GenerateSerializer, Immutable, Alias("centra.people.command")]
public abstract record PersonCommand;

/// <summary>A person may sign in from now on. By an operator.</summary>
/// <param name="PracticeId">The practice they act for; null for everybody else.</param>
/// <param name="Roles">Roles that are proposed with it; each needs its second operator.</param>
[RefusedWith(PersonWasAdmittedAlready, RoleIsUnknown, RolesAreIncompatible, PracticeIsNeeded)]
[GenerateSerializer, Immutable, Alias("centra.people.admit")]
public sealed record AdmitPerson([property: Id(0)] string? PracticeId, [property: Id(1)] ImmutableArray<string> Roles) : PersonCommand;

/// <summary>Proposes a role. Takes effect when another operator approves it.</summary>
/// <param name="Role">One of <see cref="Roles.All"/>.</param>
[RefusedWith(PersonNotFound, NobodyGovernsThemselves, RoleIsUnknown, RolesAreIncompatible, PracticeIsNeeded)]
[GenerateSerializer, Immutable, Alias("centra.people.propose-role")]
public sealed record ProposeRole([property: Id(0)] string Role) : PersonCommand;

/// <summary>Approves a proposed role. By an operator other than the proposer.</summary>
[RefusedWith(PersonNotFound, NobodyGovernsThemselves, RoleWasNotProposed, SecondOperatorIsNeeded, RolesAreIncompatible)]
[GenerateSerializer, Immutable, Alias("centra.people.approve-role")]
public sealed record ApproveRole([property: Id(0)] string Role) : PersonCommand;

/// <summary>Takes a role away, or drops its proposal. One operator is enough: less is always allowed.</summary>
[RefusedWith(PersonNotFound, NobodyGovernsThemselves)]
[GenerateSerializer, Immutable, Alias("centra.people.remove-role")]
public sealed record RemoveRole([property: Id(0)] string Role) : PersonCommand;

/// <summary>The person is out from the next request on, and cannot sign in.</summary>
[RefusedWith(PersonNotFound, NobodyGovernsThemselves)]
[GenerateSerializer, Immutable, Alias("centra.people.disable")]
public sealed record DisablePerson : PersonCommand;

/// <summary>The person may sign in again, with the roles they had.</summary>
[RefusedWith(PersonNotFound, NobodyGovernsThemselves)]
[GenerateSerializer, Immutable, Alias("centra.people.enable")]
public sealed record EnablePerson : PersonCommand;

/// <summary>The person was trained in handling identifiable data.</summary>
/// <param name="Employer">Who employs them: the society or a partner.</param>
/// <param name="TrainedOn">The day.</param>
[RefusedWith(PersonNotFound, NobodyGovernsThemselves, TrainingIsWrong)]
[GenerateSerializer, Immutable, Alias("centra.people.record-training")]
public sealed record RecordTraining([property: Id(0)] string Employer, [property: Id(1)] DateOnly TrainedOn) : PersonCommand;

/// <summary>Puts into the history that something about the credentials changes. The credentials themselves never come here.</summary>
[RefusedWith(PersonNotFound, ChangeIsNotTheCallers)]
[GenerateSerializer, Immutable, Alias("centra.people.note-credentials")]
public sealed record NoteCredentials([property: Id(0)] CredentialChange Change) : PersonCommand;
