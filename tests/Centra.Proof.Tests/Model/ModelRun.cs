using System.Globalization;
using Centra.Copying;
using Centra.Gate;
using Centra.Testing;

namespace Centra.Proof.Model;

/// <summary>Some clients at once for a number of acts, then the checks.</summary>
internal sealed record ModelRun
{
    private const long BytesAtMost = 100_000_000;
    private const long BytesAnAct = 10_000;
    private const int LongestAddition = 10;

    public int Acts { get; init; } = 1_000;

    public int Workers { get; init; } = 6;

    public int Pairs { get; init; } = 13;

    public int Seed { get; init; } = 1;

    public GateSetup Setup { get; init; } = new();

    /// <summary>How storage behaves; null: well.</summary>
    public Weather? Weather { get; init; }

    /// <summary>Whether enough has happened; if not, clients go on for some tenths of the acts, so that chance and a busy machine decide nothing.</summary>
    public Func<IReadOnlyCollection<Act>, bool> IsEnough { get; init; } = _ => true;

    /// <summary>Where to write what was found, beside the answer.</summary>
    public Action<IReadOnlyCollection<Act>> Look { get; init; } = _ => { };

    /// <summary>Runs and checks; the text of the violation, or null.</summary>
    public async Task<string?> TryAsync()
    {
        try
        {
            await RunAsync();
            return null;
        }
        catch (Exception error) when (error is ViolationException or ShouldAssertException)
        {
            return $"seed {Seed}: {error.Message}";
        }
    }

    private async Task RunAsync()
    {
        // What a crash would leave is tried elsewhere: no act here has to wait for a disk.
        using var folder = TempFolder.InMemory(BytesAtMost + Acts * BytesAnAct);
        var (world, history) = (new World(Pairs, Acts), new History());
        await using var model = await ModelGate.StartAsync((Weather?.Over(Setup) ?? Setup) with { Ids = new SeededIds(Seed), Folder = folder.Path });
        await WorkAsync(model, world, history);
        var quiet = await model.QuietAsync();
        await quiet.Get<Sweeping>().FinishAllAsync();
        await quiet.Get<CopyMaking>().CompleteAsync();
        CheckAnswers(history.Acts, await OrdinalsAsync(quiet));
        await new EndCheck(quiet, history).RunAsync();
        Look(history.Acts);
    }

    private async Task WorkAsync(ModelGate model, World world, History history)
    {
        using var pause = new Pause(Workers);
        Weather?.IsCalm = false;
        var workers = Enumerable.Range(0, Workers).Select(number => new Worker(number, Seed, model, world, history, pause)).ToList();
        await AllAsync(workers, Acts);
        for (var added = 0; added < LongestAddition && !IsEnough(history.Acts); added++)
            await AllAsync(workers, Acts / 10);
        Weather?.IsCalm = true;
    }

    private static Task AllAsync(List<Worker> workers, int acts) => Task.WhenAll(workers.Select(worker => Task.Run(() => worker.RunAsync(acts / workers.Count))));

    private static void CheckAnswers(IReadOnlyCollection<Act> acts, IReadOnlyDictionary<string, long> ordinals)
    {
        if (new AnswerCheck(acts, ordinals).Find() is { } found)
            throw new ViolationException($"{found.What}: person {found.Person}, act {found.Act.Begin}\n{History.Text(AnswerCheck.Shrink(acts, ordinals, found))}");
    }

    /// <summary>A number from the environment, for longer runs.</summary>
    public static int Size(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var size) ? size : otherwise;

    private static async Task<IReadOnlyDictionary<string, long>> OrdinalsAsync(GateHost gate) =>
        (await gate.Vault.ReadAsync(session => session.QueryAsync("select opt_out_id, ordinal from opt_out", row => (Id: row.GetString(0), Ordinal: row.GetInt64(1)))))
        .ToDictionary(row => row.Id, row => row.Ordinal);
}
