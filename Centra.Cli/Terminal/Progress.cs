using System.Globalization;

namespace Centra.Cli.Terminal;

/// <summary>How far a run has come, told to whoever watches.</summary>
internal abstract class Progress
{
    /// <summary>A part of the run begins.</summary>
    /// <param name="what">Its name.</param>
    /// <param name="of">When it will be over, in whatever it counts.</param>
    public abstract void Begin(string what, long of);

    /// <summary>The part that began last has come to here.</summary>
    public abstract void At(long done);

    /// <summary>Says something beside it.</summary>
    public abstract void Say(string sentence);

    /// <summary>Does work under a bar on a terminal, with plain lines elsewhere.</summary>
    public static Task<T> RunAsync<T>(Surroundings around, Func<Progress, Task<T>> work) =>
        around.IsTerminal ? BarProgress.RunAsync(around, work) : work(new PlainProgress(around));

    /// <summary>A number for people.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
