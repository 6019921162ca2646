using System.Diagnostics;

namespace Centra.Bench.Requests;

/// <summary>A command as its sender met it.</summary>
/// <param name="Step">What was done.</param>
/// <param name="Milliseconds">From sending to its answer.</param>
internal readonly record struct Taken(string Step, double Milliseconds);

/// <summary>What a writer does over and over: begins a draft, saves a section eight times, hands it in. Ten durable commands.</summary>
internal static class Script
{
    /// <summary>The section that is saved; the copied draft has its first revision.</summary>
    public const string Section = "background";

    /// <summary>Its steps.</summary>
    public static readonly string[] Steps = ["begin", "save", "hand in"];

    private const int Edits = 8;
    private static readonly string Text = string.Concat(Enumerable.Repeat("Abstracts of meetings, by year. ", 12));

    /// <summary>Writes until it is told to stop; every command that was answered before.</summary>
    public static async Task<List<Taken>> WriteAsync(IRequestDesk desk, int writer, CancellationToken end)
    {
        var taken = new List<Taken>();
        for (var number = 0; !end.IsCancellationRequested; number++)
        {
            var id = "";
            await TimeAsync(Steps[0], async () => id = await desk.BeginAsync($"Lung cancer in abstracts {writer} {number}"), taken, end);
            for (var edit = 1; edit <= Edits && !end.IsCancellationRequested; edit++)
                await TimeAsync(Steps[1], () => desk.EditAsync(id, $"{edit} {Text}", edit), taken, end);
            if (!end.IsCancellationRequested)
                await TimeAsync(Steps[2], () => desk.SubmitAsync(id), taken, end);
        }
        return taken;
    }

    private static async Task TimeAsync(string step, Func<Task> command, List<Taken> taken, CancellationToken end)
    {
        var begun = Stopwatch.GetTimestamp();
        await command();
        if (!end.IsCancellationRequested)
            taken.Add(new Taken(step, Stopwatch.GetElapsedTime(begun).TotalMilliseconds));
    }
}
