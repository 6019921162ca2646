namespace Centra.Testing;

/// <summary>Does what a client does who is told to try again in a moment.</summary>
public static class Patience
{
    private const int Attempts = 400;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(5);

    /// <summary>Repeats something while the service says that it is not available right now, for two seconds at the most.</summary>
    public static async Task<Result<T>> UntilTakenAsync<T>(Func<Task<Result<T>>> attempt)
    {
        for (var made = 1; ; made++)
        {
            var result = await attempt();
            if (result.Refusal?.Kind is not RefusalKind.Unavailable || made == Attempts)
                return result;
            await Task.Delay(Moment, TimeProvider.System);
        }
    }
}
