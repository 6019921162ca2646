using System.Diagnostics;

namespace Centra.Bench.Requests;

/// <summary>What a writer does over and over: begins a draft, saves a section eight times, hands it in. Ten durable commands.</summary>
internal static class Script
{
    /// <summary>The section that is saved; the copied draft has its first revision.</summary>
    public const string Section = "background";

    private const int Edits = 8;
    private static readonly string Text = string.Concat(Enumerable.Repeat("Abstracts of meetings, by year. ", 12));

    /// <summary>Writes until it is told to stop; milliseconds of every command that was answered before.</summary>
    public static async Task<List<double>> WriteAsync(IRequestDesk desk, int writer, CancellationToken end)
    {
        var taken = new List<double>();
        for (var number = 0; !end.IsCancellationRequested; number++)
        {
            var id = "";
            await TimeAsync(async () => id = await desk.BeginAsync($"Lung cancer in abstracts {writer} {number}"), taken, end);
            for (var edit = 1; edit <= Edits && !end.IsCancellationRequested; edit++)
                await TimeAsync(() => desk.EditAsync(id, $"{edit} {Text}", edit), taken, end);
            if (!end.IsCancellationRequested)
                await TimeAsync(() => desk.SubmitAsync(id), taken, end);
        }
        return taken;
    }

    private static async Task TimeAsync(Func<Task> command, List<double> taken, CancellationToken end)
    {
        var begun = Stopwatch.GetTimestamp();
        await command();
        if (!end.IsCancellationRequested)
            taken.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
    }
}
