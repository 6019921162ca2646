#if !CENTRA_ORLEANS
using Centra.Storage;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Centra.Service.Tests.Requests;

/// <summary>
/// The storage of a process that ends in the middle: at a given write, done or not, whoever waits for it is told nothing but that it broke, and
/// from then on nothing can be read or written any more.
/// </summary>
internal sealed class MortalStorage(IGrainStorage inner) : IGrainStorage
{
    private readonly Lock _turn = new();
    private int _writesLeft = int.MaxValue;
    private bool _isLastOneDone;
    private bool _isDead;

    /// <summary>Dies at the n-th write from now.</summary>
    /// <param name="write">1 for the next.</param>
    /// <param name="isDone">Whether that write is still done.</param>
    public void DieAt(int write, bool isDone)
    {
        lock (_turn)
            (_writesLeft, _isLastOneDone) = (write, isDone);
    }

    /// <summary>Lives on, if it lives still; whether it died.</summary>
    public bool Spare()
    {
        lock (_turn)
        {
            _writesLeft = int.MaxValue;
            return _isDead;
        }
    }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        lock (_turn)
            Check();
        return inner.ReadStateAsync(stateName, grainId, grainState);
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => PassAsync(() => inner.WriteStateAsync(stateName, grainId, grainState));

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => PassAsync(() => inner.ClearStateAsync(stateName, grainId, grainState));

    private async Task PassAsync(Func<Task> write)
    {
        var isLast = false;
        lock (_turn)
        {
            Check();
            isLast = _writesLeft != int.MaxValue && --_writesLeft == 0;
            _isDead = isLast;
        }
        if (!isLast || _isLastOneDone)
            await write();
        if (isLast)
            throw Ended();
    }

    private void Check()
    {
        if (_isDead)
            throw Ended();
    }

    private static StorageUnavailableException Ended() => new("The process has ended.");
}
#endif
