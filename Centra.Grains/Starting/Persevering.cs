using Centra.Recording;
using Microsoft.Extensions.Logging;

namespace Centra.Starting;

/// <summary>
/// Does what a start needs until it succeeds, for about a minute: a database that fails for a moment, another silo that does the same at the same time.
/// What has to be done may be done again from its beginning. A state that is older than its events stays so, and is not tried again.
/// </summary>
public sealed partial class Persevering(TimeProvider clock, ILogger<Persevering> log)
{
    private const int MostAttempts = 16;
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>Does it; the last failure is the caller's.</summary>
    public async Task DoAsync(Func<Task> work, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await work();
                return;
            }
            catch (Exception error) when (attempt < MostAttempts && MayPass(error) && !cancel.IsCancellationRequested)
            {
                LogFailed(attempt, error.GetType().Name);
            }
            await Task.Delay(Pause(attempt), clock, cancel);
        }
    }

    private static bool MayPass(Exception error) => error is not (FirstContentsException or StreamBrokenException) && (error.InnerException is null || MayPass(error.InnerException));

    private static TimeSpan Pause(int attempt) => TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << attempt));

    [LoggerMessage(1, LogLevel.Warning, "What the service begins with could not be made ({Attempt}): {Error}. It is tried again")]
    private partial void LogFailed(int attempt, string error);
}
