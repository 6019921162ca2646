using System.Diagnostics;

namespace Centra.Proof.Fuzz;

/// <summary>Feeds a parser with mutated inputs: it must answer each, soon, and repeat nothing of it.</summary>
internal sealed class Fuzzing(FuzzTarget target, int seed)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private readonly Mutator _mutator = new(seed, target.Words);
    private byte[] _current = [];
    private long _began;

    /// <summary>How often each answer was given.</summary>
    public Dictionary<string, int> Answers { get; } = [];

    /// <summary>Feeds it so many.</summary>
    public async Task RunAsync(int inputs)
    {
        Volatile.Write(ref _began, Stopwatch.GetTimestamp());
        var work = Task.Run(() => FeedAsync(inputs));
        while (await Task.WhenAny(work, Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System)) != work)
            Stopwatch.GetElapsedTime(Volatile.Read(ref _began)).ShouldBeLessThan(Longest, $"{target} hangs on {Shown(_current)}");
        await work;
    }

    private async Task FeedAsync(int inputs)
    {
        for (var fed = 0; fed < inputs; fed++)
        {
            var input = fed < target.Seeds.Count ? target.Seeds[fed] : _mutator.Next(target.Seeds);
            Volatile.Write(ref _current, input);
            Volatile.Write(ref _began, Stopwatch.GetTimestamp());
            var said = await AnswerAsync(input);
            if (FuzzTarget.Canary.FirstOrDefault(word => said.Contains(word, StringComparison.OrdinalIgnoreCase)) is { } word)
                throw new ShouldAssertException($"{target} repeats {word} in \"{said}\" to {Shown(input)}");
            Answers[said.Split(' ', 2)[0]] = Answers.GetValueOrDefault(said.Split(' ', 2)[0]) + 1;
        }
    }

    private async Task<string> AnswerAsync(byte[] input)
    {
        try
        {
            return await target.ReadAsync(input);
        }
        catch (Exception error)
        {
            throw new ShouldAssertException($"{target} breaks with {error.GetType().Name} on {Shown(input)}\n{error.StackTrace}");
        }
    }

    // The inputs are made up here, so that they may be shown.
    private static string Shown(byte[] input) => Convert.ToBase64String(input);
}
