using Centra.Practices;
using Centra.Recording;
using Centra.Storage;
using Orleans;
using Orleans.Runtime;

namespace Centra.People;

/// <summary>A person who signs in.</summary>
public sealed class PersonGrain([PersistentState("person")] IPersistentState<GrainRecord<PersonRecord>> stored, Recorder recorder, ReadStore read)
    : RecordedGrain<PersonState, PersonEvent, PersonRecord>(stored, PersonForm.Recorded, recorder), IPersonGrain
{
    private string UserId => this.GetPrimaryKeyString()["person/".Length..];

    /// <inheritdoc/>
    public async Task<Result<PersonView>> Handle(CommandContext context, PersonCommand command)
    {
        var facts = await FactsAsync(command);
        var who = new Governing(UserId, context.Actor.Id);
        return await HandleAsync(context, command, state => PersonRules.Decide(state, command, who, facts, Now), state => PersonForm.View(UserId, state));
    }

    /// <inheritdoc/>
    public Task<Result<PersonView>> View() => Task.FromResult<Result<PersonView>>(
        State.Standing is PersonStanding.None ? PersonRefusal.PersonNotFound : PersonForm.View(UserId, State));

    private async Task<PersonFacts> FactsAsync(PersonCommand command) => new(
        command is ProposeRole { Role: Roles.Operator } or AdmitPerson ? await read.Database.ReadAsync(PeopleRows.OperatorsEverAsync) : 0,
        command is AdmitPerson { PracticeId: { } practice } && !(await GrainFactory.GetGrain<IPracticeGrain>($"practice/{practice}").View()).IsRefused);
}
