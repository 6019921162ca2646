using System.Data.Common;
using Centra.Storage;
using Centra.Testing;
using Orleans.Storage;

namespace Centra.Proof.Model;

/// <summary>Does what a client does whom storage failed: sends the same again, under the same ids, until it is answered.</summary>
internal static class Persistence
{
    private const int Attempts = 500;
    private const int Waits = 20;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(2);

    public static async Task<T> ThroughAsync<T>(Func<Task<T>> attempt)
    {
        for (var made = 1; ; made++)
        {
            try
            {
                return await attempt();
            }
            catch (Exception error) when (made < Attempts && IsOfStorage(error))
            {
                await Task.Delay(Moment, TimeProvider.System);
            }
        }
    }

    /// <summary>The same of what is refused for as long as something is loading: with many opt-outs, on a busy machine, longer than clients in a test usually wait.</summary>
    public static async Task<Result<T>> ThroughAsync<T>(Func<Task<Result<T>>> attempt)
    {
        var answer = await ThroughAsync<Result<T>>(attempt);
        for (var waited = 1; waited < Waits && answer.Refusal?.Kind is RefusalKind.Unavailable; waited++)
            answer = await ThroughAsync<Result<T>>(attempt);
        return answer;
    }

    private static bool IsOfStorage(Exception error) => error is StorageUnavailableException or CommitOutcomeUnknownException or RegisterOutOfStepException
        or DbException or InconsistentStateException or TimeoutException || error is RefusedException { Refusal.Kind: RefusalKind.Unavailable };
}
