namespace Centra.Cli.Tour;

/// <summary>Says what happens in plain words, and stops where something is not as it should be.</summary>
internal sealed class TourGuide(Surroundings around)
{
    /// <summary>How many steps were walked.</summary>
    public int Steps { get; private set; }

    /// <summary>Says something.</summary>
    public Task SayAsync(string sentence) => around.Out.WriteLineAsync(sentence);

    /// <summary>A step: what is done, and what came of it.</summary>
    public async Task StepAsync(string what, Func<Task<string>> walk)
    {
        Steps++;
        await around.Out.WriteLineAsync($"\n{Steps}. {what}");
        await around.Out.WriteLineAsync($"   {await walk()}");
    }

    /// <summary>Stops the tour where a figure is not the one that it should be.</summary>
    public static void Expect<T>(string what, T expected, T found)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, found))
            throw new CommandFailedException($"The tour stops here: {what} should be {expected} and is {found}.");
    }
}
