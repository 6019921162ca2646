using Orleans;
using Orleans.Runtime;

namespace Centra.Engine.Tests.Grains;

/// <summary>The stored form.</summary>
public sealed record StateRecord
{
    public string? Text { get; init; }

    public int Number { get; init; }

    public string[]? Tags { get; init; }
}

/// <summary>What a grain tells of its state.</summary>
[GenerateSerializer, Immutable, Alias("centra.test.StateView")]
public sealed record StateView(
    [property: Id(0)] string? Text, [property: Id(1)] int Number, [property: Id(2)] int TagCount,
    [property: Id(3)] string? Etag, [property: Id(4)] bool Exists);

public interface IStateGrain : IGrainWithStringKey
{
    Task<StateView> SetAsync(string text, int number);

    Task<StateView> GetAsync();

    Task<StateView> ReadAgainAsync();

    Task<StateView> ClearAsync();

    Task<StateView> SetAsInAnotherGrainAsync(string other, string text);

    Task<string> TouchOutsideOfTurnsAsync();

    Task LeaveAsync();
}

public sealed class StateGrain([PersistentState("test-state")] IPersistentState<StateRecord> state) : Grain, IStateGrain
{
    public async Task<StateView> SetAsync(string text, int number)
    {
        state.State = state.State with { Text = text, Number = number, Tags = [text] };
        await state.WriteStateAsync();
        return View();
    }

    public Task<StateView> GetAsync() => Task.FromResult(View());

    public async Task<StateView> ReadAgainAsync()
    {
        await state.ReadStateAsync();
        return View();
    }

    public async Task<StateView> ClearAsync()
    {
        await state.ClearStateAsync();
        return View();
    }

    public Task<StateView> SetAsInAnotherGrainAsync(string other, string text) =>
        GrainFactory.GetGrain<IStateGrain>(other).SetAsync(text, 1);

    public async Task<string> TouchOutsideOfTurnsAsync()
    {
        try
        {
            return await Task.Run(() => state.State.Text ?? "read");
        }
        catch (InvalidOperationException)
        {
            return "refused";
        }
    }

    public Task LeaveAsync()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Probe.Of(this.GetPrimaryKeyString()).Note($"active with {state.State.Text ?? "nothing"}");
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Probe.Of(this.GetPrimaryKeyString()).Note($"left: {reason.ReasonCode}");
        return Task.CompletedTask;
    }

    private StateView View() => new(state.State.Text, state.State.Number, state.State.Tags?.Length ?? 0, state.Etag, state.RecordExists);
}
