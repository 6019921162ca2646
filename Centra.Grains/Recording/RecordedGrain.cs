using System.Collections.Immutable;
using Centra.Storage;
using Orleans;
using Orleans.Runtime;

namespace Centra.Recording;

/// <summary>
/// The shell around the rules of one feature: looks up a repeated command, decides, writes the next record, drains the outbox.
/// A failed write puts the old record back and ends this activation, so that nobody is served a state that was never stored.
/// </summary>
/// <typeparam name="TState">State as the rules see it.</typeparam>
/// <typeparam name="TEvent">The closed family of its events.</typeparam>
/// <typeparam name="TStored">State as it is stored.</typeparam>
public abstract class RecordedGrain<TState, TEvent, TStored>(
    IPersistentState<GrainRecord<TStored>> stored, RecordedForm<TState, TEvent, TStored> form, Recorder recorder) : Grain, IRecordedGrain
    where TStored : class
    where TEvent : notnull
{
    private (TStored? Stored, TState State)? _loaded;

    /// <summary>The state now.</summary>
    protected TState State
    {
        get
        {
            if (_loaded is not { } loaded || !ReferenceEquals(loaded.Stored, stored.State.State))
                _loaded = loaded = (stored.State.State, form.Load(stored.State.State));
            return loaded.State;
        }
    }

    /// <summary>The time, for the rules.</summary>
    protected DateTimeOffset Now => recorder.Clock.GetUtcNow();

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken) =>
        recorder.CheckAsync(this.GetPrimaryKeyString(), stored.State.Position, stored.State.Hash, stored.State.Outbox?.Length ?? 0);

    /// <summary>Handles a command once.</summary>
    /// <param name="context">Who sends it, and its id.</param>
    /// <param name="command">The command; a repeat under the same id must be equal, or made of what was equal.</param>
    /// <param name="decide">The rule: events, or a refusal.</param>
    /// <param name="answer">What to answer, from the state after.</param>
    protected Task<Result<TAnswer>> HandleAsync<TAnswer>(
        CommandContext context, object command, Func<TState, Result<ImmutableArray<TEvent>>> decide, Func<TState, TAnswer> answer) =>
        HandleAsync(context, command, state => Task.FromResult(decide(state)), answer);

    /// <summary>Handles a command once, where something has to be made ready before it is decided: a repeat does not make it again.</summary>
    protected async Task<Result<TAnswer>> HandleAsync<TAnswer>(
        CommandContext context, object command, Func<TState, Task<Result<ImmutableArray<TEvent>>>> decide, Func<TState, TAnswer> answer)
    {
        var content = context.Content ?? Recorder.ContentOf(command);
        if (stored.State.Repeated(context.Id, content) is { } repeated)
            return repeated.IsSame
                ? Recorder.Read<TAnswer>(repeated.Answer)
                : CommandRefusal.IdempotencyKeyWasUsedForAnotherCommand;
        var decided = await decide(State);
        if (decided.IsRefused)
            return decided.Refusal;
        var next = decided.Value.Aggregate(State, form.Apply);
        var said = answer(next);
        var answered = new AnsweredCommand(context.Id.Value, content, Now, Recorder.Write(said)) { IsRoutine = IsRoutine(command) };
        var record = Recorder.Next(stored.State, this.GetPrimaryKeyString(), decided.Value, context, form.Save(next), answered);
        // The read model could never take it in: this stream, and whoever waits for its events, would stand still for ever.
        if (NulCharacters.AreIn(record.Outbox.AsSpan(^decided.Value.Length..)))
            return CommandRefusal.TextHasANulCharacter;
        await WriteAsync(record);
        return said;
    }

    /// <summary>Whether a command is one of many, of which only the last few hundred answers are kept.</summary>
    protected virtual bool IsRoutine(object command) => command is IRoutine;

    /// <inheritdoc/>
    public Task<bool> HasAnswered(CommandId command) => Task.FromResult(IsAnswered(command));

    /// <summary>Whether a command took effect here before.</summary>
    protected bool IsAnswered(CommandId command) => stored.State.Repeated(command, "") is not null;

    /// <inheritdoc/>
    public Task Drain() => recorder.SendAsync(stored.State.Outbox);

    // Sends what may not have reached the trail, and keeps it no longer with the next write; false where it could not be sent.
    private async Task<bool> SettleAsync()
    {
        if (!await recorder.DrainAsync(stored.State.Outbox))
            return false;
        stored.State = stored.State with { Outbox = null };
        return true;
    }

    /// <summary>Before content is removed: events that are still to be sent would keep in this record what is to go.</summary>
    /// <exception cref="StorageUnavailableException">They could not be sent.</exception>
    protected async Task SettleForRemovalAsync()
    {
        if (!await SettleAsync())
            throw new StorageUnavailableException("The trail cannot be written to now.");
    }

    private async Task WriteAsync(GrainRecord<TStored> next)
    {
        var former = stored.State;
        stored.State = next;
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            stored.State = former;
            DeactivateOnIdle();
            throw;
        }
        if (await recorder.DrainAsync(next.Outbox))
            stored.State = next with { Outbox = null };
    }
}
