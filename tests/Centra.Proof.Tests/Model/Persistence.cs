using System.Data.Common;
using Centra.Storage;
using Centra.Testing;
using Orleans.Storage;

namespace Centra.Proof.Model;

/// <summary>Does what a client does whom storage failed: sends the same again, under the same ids, until it is answered.</summary>
internal static class Persistence
{
    private const int Attempts = 500;
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

    private static bool IsOfStorage(Exception error) => error is StorageUnavailableException or CommitOutcomeUnknownException or RegisterOutOfStepException
        or DbException or InconsistentStateException || error is RefusedException { Refusal.Kind: RefusalKind.Unavailable };
}
