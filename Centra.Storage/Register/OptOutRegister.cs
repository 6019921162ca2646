namespace Centra.Storage;

/// <summary>
/// The register of opt-outs: the only way to write to it, and what keeps it and its journal in step. Whatever tears the two apart
/// (a commit that failed after the journal line was durable, an old copy of either) is mended before the next operation.
/// </summary>
public sealed class OptOutRegister(IDatabase vault, IJournal journal, JournalCipher cipher) : IDisposable
{
    private readonly SemaphoreSlim _mending = new(1, 1);

    /// <summary>What has to follow a replayed operation in its transaction: erasing what came back.</summary>
    public Func<DbSession, RegisterOperation, Task>? AfterReplay { get; set; }

    /// <summary>Runs work under the exclusive fence. It may run again after the register was brought back in step.</summary>
    public async Task<T> WriteAsync<T>(Func<RegisterWrite, Task<T>> work, CancellationToken cancel = default)
    {
        try
        {
            return await TryWriteAsync(work, cancel);
        }
        catch (RegisterOutOfStepException)
        {
            await MendAsync();
            return await TryWriteAsync(work, cancel);
        }
    }

    /// <summary>Brings database and journal to the same operation. Called at start, after a reconnect and after a failed commit.</summary>
    /// <exception cref="JournalException">They are not of one history.</exception>
    /// <returns>How many operations were replayed into the database.</returns>
    public async Task<int> MendAsync()
    {
        await _mending.WaitAsync();
        try
        {
            return await RegisterMending.RunAsync(vault, journal, cipher, AfterReplay ?? ((_, _) => Task.CompletedTask));
        }
        finally
        {
            _mending.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _mending.Dispose();

    private Task<T> TryWriteAsync<T>(Func<RegisterWrite, Task<T>> work, CancellationToken cancel) =>
        vault.WriteAsync(Fence.Exclusive, async session => await work(await RegisterWrite.BeginAsync(session, journal, cipher)), cancel);
}
