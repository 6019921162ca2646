namespace Centra.Gate;

/// <summary>
/// Long work of the processor, in pieces. Between two of them whoever waits for a thread has one: an opt-out goes from thread to thread a dozen times,
/// and beside full ingest each time waited for milliseconds behind whole batches.
/// </summary>
internal static class Pieces
{
    // Some 0.3 ms of ingest or screening.
    private const int Most = 32;

    /// <summary>What is made of each, in their order.</summary>
    public static async Task<List<TResult>> SelectAsync<T, TResult>(IReadOnlyCollection<T> all, Func<T, TResult> make)
    {
        var made = new List<TResult>(all.Count);
        foreach (var one in all)
        {
            made.Add(make(one));
            if (made.Count % Most == 0)
                await Task.Yield();
        }
        return made;
    }
}
