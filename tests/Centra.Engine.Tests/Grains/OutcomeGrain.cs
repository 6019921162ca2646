using Orleans;

namespace Centra.Engine.Tests.Grains;

/// <summary>An error that only the tests know.</summary>
[GenerateSerializer, Alias("centra.test.OutcomeException")]
public sealed class OutcomeException(string message) : Exception(message);

/// <summary>An error that says nothing of how it is sent.</summary>
public sealed class PlainException(string message) : Exception(message);

public interface IOutcomeGrain : IGrainWithStringKey
{
    Task<int> TwiceAsync(int number);

    ValueTask<int> QuickTwiceAsync(int number);

    ValueTask NoteAsync(string note);

    Task<string?> NothingAsync();

    Task FailAsync();

    Task FailPlainlyAsync();

    Task<int> FailBeforeTheTaskAsync();

    Task<string> FailThroughAsync(string other);

    [ResponseTimeout("00:00:01")]
    Task PassAsync(string gate);

    Task WaitAsync(string gate, CancellationToken cancel);

    Task<string> IdsAsync();

    Task<int> TwiceThroughReferenceAsync(IOutcomeGrain other, int number);

    Task<int> TwiceThroughMyselfAsync(string other, int number);
}

public sealed class OutcomeGrain : Grain, IOutcomeGrain
{
    private Probe Probe => Probe.Of(this.GetPrimaryKeyString());

    public Task<int> TwiceAsync(int number) => Task.FromResult(2 * number);

    public ValueTask<int> QuickTwiceAsync(int number) => ValueTask.FromResult(2 * number);

    public async ValueTask NoteAsync(string note)
    {
        await Task.Yield();
        Probe.Note(note);
    }

    public Task<string?> NothingAsync() => Task.FromResult<string?>(null);

    public async Task FailAsync()
    {
        await Task.Yield();
        throw new OutcomeException("late");
    }

    public Task FailPlainlyAsync() => throw new PlainException("plain");

    public Task<int> FailBeforeTheTaskAsync() => throw new OutcomeException("early");

    public async Task<string> FailThroughAsync(string other)
    {
        try
        {
            await GrainFactory.GetGrain<IOutcomeGrain>(other).FailAsync();
            return "nothing";
        }
        catch (OutcomeException error)
        {
            return error.Message;
        }
    }

    public async Task PassAsync(string gate)
    {
        Probe.Note($"+{gate}");
        await Probe.PassAsync(gate);
        Probe.Note($"-{gate}");
    }

    public async Task WaitAsync(string gate, CancellationToken cancel)
    {
        Probe.Note($"+{gate}");
        using var told = cancel.Register(() => Probe.Note($"cancelled {gate}"));
        await Probe.PassAsync(gate);
        Probe.Note($"-{gate}");
    }

    public Task<string> IdsAsync() => Task.FromResult($"{this.GetGrainId()} {GrainContext.GrainId.Type} {this.GetPrimaryKeyString()}");

    public Task<int> TwiceThroughReferenceAsync(IOutcomeGrain other, int number) => other.TwiceAsync(number);

    public Task<int> TwiceThroughMyselfAsync(string other, int number) =>
        GrainFactory.GetGrain<IOutcomeGrain>(other).TwiceThroughReferenceAsync(GrainFactory.GetGrain<IOutcomeGrain>("test/third"), number);
}
