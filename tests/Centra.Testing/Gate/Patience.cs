namespace Centra.Testing;

/// <summary>Does what a client does who is told to try again in a moment.</summary>
public static class Patience
{
    private const int Attempts = 400;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

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

    /// <summary>What a service makes by itself, beside its answers, once it is there; null where after two minutes it still is not.</summary>
    public static async Task<T?> UntilThereAsync<T>(Func<Task<T?>> look)
        where T : class
    {
        for (var began = TimeProvider.System.GetTimestamp(); ;)
        {
            var there = await look();
            if (there is not null || TimeProvider.System.GetElapsedTime(began) > Longest)
                return there;
            await Task.Delay(Moment, TimeProvider.System);
        }
    }
}
