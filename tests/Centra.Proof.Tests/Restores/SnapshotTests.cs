using System.Text;
using Centra.Consent;
using Centra.Fhir;
using Centra.Proof.Crashes;
using Centra.Testing;

namespace Centra.Proof.Restores;

/// <summary>Snapshots of a register that is large enough for one: older than the register, newer than it, and damaged.</summary>
public sealed class SnapshotTests : IAsyncLifetime
{
    private const int Early = 600;
    private const int Late = 20;
    private readonly TempFolder _folders = new();

    private string Snapshot => Directory.GetFiles(Path.Combine(_folders.File("now"), "snapshots")).ShouldHaveSingleItem();

    public async ValueTask InitializeAsync()
    {
        await using (var gate = await StartAsync("now"))
            await gate.PracticeAsync();
        Folders.Copy(_folders.File("now"), _folders.File("old"));
        await EnterAsync(0, Early);
        await EnterAsync(Early, Late);
    }

    public ValueTask DisposeAsync()
    {
        _folders.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Snapshot_OlderNewerOrDamaged_LetsNobodyIn()
    {
        var written = File.GetLastWriteTimeUtc(Snapshot);
        await CheckAsync("older than the register");
        File.GetLastWriteTimeUtc(Snapshot).ShouldBe(written, "it is from before the late ones");

        Folders.PutBack("vault.db", _folders.File("old"), _folders.File("now"));
        await CheckAsync("newer than the database that was put back");

        await Damage.FlipAsync(Snapshot);
        await CheckAsync("damaged");
    }

    private async Task CheckAsync(string snapshot)
    {
        await using var gate = await StartAsync("now");
        (await gate.InForceAsync()).ShouldBe(Early + Late);
        var people = Enumerable.Range(0, 40).Select(at => at * (Early + Late - 1) / 39).Distinct().ToList();
        (await new TestPractice(gate, "north").LoadAsync(people.Select(at => Cast.Other(at).Patient($"p{at}")))).Suppressed.ShouldBe(people.Count, snapshot);
    }

    private async Task EnterAsync(int first, int count)
    {
        await using var gate = await StartAsync("now");
        var files = gate.Get<OptOutFiles>();
        var lines = files.Hash([.. Enumerable.Range(first, count).Select(at => new SourceLine(at + 1, Encoding.UTF8.GetBytes(Cast.Other(at).Patient($"f{at}")), default))], "north");
        await foreach (var (line, answer) in files.EnterAsync(lines, "north", _ => gate.Context()))
            answer!.IsRefused.ShouldBeFalse($"line {line.Line}");
    }

    private Task<GateHost> StartAsync(string folder) => GateHost.StartAsync(new GateSetup { Folder = _folders.File(folder), ShardBits = 0 });
}
