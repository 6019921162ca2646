using System.Globalization;
using Centra.Silo;

namespace Centra.Proof.Soak;

/// <summary>The command line of <c>./centra soak</c>.</summary>
internal static class SoakCommand
{
    private const string Usage = "Usage: ./centra soak [--minutes 10] [--silos 3] [--workers 6] [--seed N] [--fates KillOne,Pause,...] [--keep DIR]";

    /// <summary>Runs until the time is over or something is wrong.</summary>
    /// <returns>0: nothing was wrong; 1: a promise was broken, and the history that shows it was printed; 2: misuse.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> words, TextWriter output)
    {
        if (Read(words) is not { } options)
        {
            await output.WriteLineAsync(Usage);
            return 2;
        }
        if (options.Silos > 0 && !SiloHosting.IsForClusters)
            return await RefuseAsync(output, "the embedded engine is one process. With CentraEngine=Orleans in front, silos form a cluster.");
        var folder = options.Folder ?? Directory.CreateTempSubdirectory("centra-soak-").FullName;
        await using var place = await SoakPlace.TryMakeAsync(folder, options.Silos);
        if (place is null)
            return await RefuseAsync(output, PrivatePostgres.Absence);
        return await new SoakRun(options, place, output).RunAsync() ? 0 : 1;
    }

    private static async Task<int> RefuseAsync(TextWriter output, string why)
    {
        await output.WriteLineAsync($"soak: {why}");
        return 2;
    }

    private static SoakOptions? Read(IReadOnlyList<string> words)
    {
        var options = new SoakOptions { Seed = Environment.TickCount & 0xFFFF };
        for (var at = 0; at + 1 < words.Count; at += 2)
        {
            if (Apply(options, words[at], words[at + 1]) is not { } applied)
                return null;
            options = applied;
        }
        return words.Count % 2 == 0 ? options : null;
    }

    private static SoakOptions? Apply(SoakOptions options, string name, string value) => name switch
    {
        "--minutes" when double.TryParse(value, CultureInfo.InvariantCulture, out var minutes) && minutes >= 0 => options with { Minutes = minutes },
        "--silos" when int.TryParse(value, CultureInfo.InvariantCulture, out var silos) && silos is >= 2 and <= 5 => options with { Silos = silos },
        "--workers" when int.TryParse(value, CultureInfo.InvariantCulture, out var workers) && workers is > 0 and <= 64 => options with { Workers = workers },
        "--seed" when int.TryParse(value, CultureInfo.InvariantCulture, out var seed) => options with { Seed = seed },
        "--fates" when value.Split(',').Select(word => Enum.TryParse<Fate>(word, out var fate) ? fate : default).ToList() is var fates && !fates.Contains(default) => options with { Fates = fates },
        "--keep" => options with { Folder = Path.GetFullPath(value) },
        _ => null,
    };
}

/// <summary>How a soak is run.</summary>
internal sealed record SoakOptions
{
    /// <summary>When it stops: with the round that is under way then.</summary>
    public double Minutes { get; init; } = 10;

    /// <summary>Processes that form a cluster on a PostgreSQL of its own; 0: one, on SQLite.</summary>
    public int Silos { get; init; }

    /// <summary>Clients at once.</summary>
    public int Workers { get; init; } = 6;

    /// <summary>What the clients do and when the service is killed follows from it; what happens at once does not.</summary>
    public int Seed { get; init; }

    /// <summary>What befalls the processes in each round; null: whatever chance has it.</summary>
    public IReadOnlyList<Fate>? Fates { get; init; }

    /// <summary>An empty folder for the data, which stays; null: one that goes, unless something was wrong.</summary>
    public string? Folder { get; init; }
}
