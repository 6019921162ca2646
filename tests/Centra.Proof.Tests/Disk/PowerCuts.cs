using System.Globalization;
using Centra.Proof.Crashes;
using Centra.Proof.Model;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Proof.Disk;

/// <summary>
/// Runs a story once on a disk that notes everything, to the end of the program, and then cuts the power at each fsync: just before it and
/// just after it, with every kind of loss of what was not on the disk yet. What was acknowledged before the cut has to be there, nothing half.
/// </summary>
/// <param name="story">What happens.</param>
/// <param name="seed">Of what is lost.</param>
/// <param name="logPages">How many pages SQLite writes to a log until they are copied into the file.</param>
internal sealed class PowerCuts(Story story, int seed, int? logPages = null) : IDisposable
{
    private readonly TempFolder _folders = new();
    private readonly Random _random = new(seed);
    private readonly StorageSeams _seams = logPages is { } pages ? new() { LogPages = pages } : new();
    private DiskLog? _log;
    private string _answer = "";
    private int _begun;
    private int _told;

    /// <summary>Fsyncs in the story.</summary>
    public int Syncs { get; private set; }

    /// <summary>Which files of the folder were synced.</summary>
    public IReadOnlyCollection<string> Files { get; private set; } = [];

    /// <summary>How often a file was synced in the story so far.</summary>
    public int SyncsOf(string file) => _log?.Acts.Skip(_begun).Count(act => act.Kind is DiskActKind.Sync && act.File == file) ?? 0;

    /// <summary>Goes through the cuts; how many there were.</summary>
    /// <param name="one">One cut in so many is tried.</param>
    public async Task<int> RunAsync(int one)
    {
        await using (var gate = await GateHost.StartAsync(new GateSetup { Folder = _folders.File("base") }))
            await story.PrepareAsync(gate);
        var acts = await RecordAsync();
        var points = Points(acts).ToList();
        (Syncs, Files) = (acts.Skip(_begun).Count(act => act.Kind is DiskActKind.Sync), [.. acts.Skip(_begun).Where(act => act.Kind is DiskActKind.Sync).Select(act => act.File).Distinct()]);
        var cuts = points.SelectMany(point => Enum.GetValues<Loss>().Select(loss => (point, loss))).Where((_, at) => at % one == seed % one).ToList();
        foreach (var (point, loss) in cuts)
            await CutAsync([.. acts.Take(point)], loss, point >= _told ? _answer : null);
        return cuts.Count;
    }

    /// <summary>The power goes right after the answer, on a disk that keeps nothing that it is asked to keep.</summary>
    public async Task RunForgetfulAsync()
    {
        await using (var gate = await GateHost.StartAsync(new GateSetup { Folder = _folders.File("base") }))
            await story.PrepareAsync(gate);
        var acts = await RecordAsync();
        await CutAsync([.. acts.Take(_told).Where((act, at) => at < _begun || act.Kind is not DiskActKind.Sync)], Loss.All, _answer);
    }

    public void Dispose() => _folders.Dispose();

    private async Task<IReadOnlyList<DiskAct>> RecordAsync()
    {
        var folder = Folders.Copy(_folders.File("base"), _folders.File("live"));
        var log = new DiskLog(folder, Path.Combine("keys", "centra.keys.json"));
        _log = log;
        SqliteRecorder.Start(log);
        try
        {
            var seams = _seams with { JournalFile = path => new RecordedFile(path, log) };
            await using var gate = await GateHost.StartAsync(new GateSetup { Folder = folder, Seams = seams });
            _begun = log.Count;
            _answer = await story.ActAsync(gate);
            _told = log.Count;
        }
        finally
        {
            SqliteRecorder.Stop();
        }
        return log.Acts;
    }

    private IEnumerable<int> Points(IReadOnlyList<DiskAct> acts)
    {
        for (var at = _begun; at < acts.Count; at++)
        {
            if (acts[at].Kind is not DiskActKind.Sync)
                continue;
            yield return at;
            yield return at + 1;
        }
    }

    private async Task CutAsync(IReadOnlyList<DiskAct> acts, Loss loss, string? told)
    {
        var folder = Folders.Copy(_folders.File("base"), _folders.File("cut"));
        var image = new DiskImage(_folders.File("base"), _random);
        image.Apply(acts, loss);
        image.Save(folder);
        try
        {
            await CheckAsync(folder, told);
        }
        catch (Exception error)
        {
            throw new ViolationException(string.Create(CultureInfo.InvariantCulture, $"the power went after act {acts.Count}, {acts[^1]}, losing {loss}: {error}"));
        }
        Directory.Delete(folder, recursive: true);
    }

    private async Task CheckAsync(string folder, string? told)
    {
        await using var gate = await GateHost.StartAsync(new GateSetup { Folder = folder, Seams = _seams });
        await RegisterProof.CheckAsync(gate);
        await story.CheckAsync(gate, told);
        (await story.ActAsync(gate)).ShouldBe(_answer);
        await RegisterProof.CheckAsync(gate);
        await Tables.CheckAsync(gate, await gate.Vault.ReadAsync(session => Patients.AboveAsync(session, 0, int.MaxValue)));
    }
}
