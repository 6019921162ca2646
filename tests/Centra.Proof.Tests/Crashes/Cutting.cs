using Centra.Proof.Model;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Proof.Crashes;

/// <summary>
/// Cuts a story off after each of its durable writes, in turn, starts on the same folder, and sends it again: it has to end as if it had
/// not been cut. Before one write is the same as after the one before it, so that these are all points at which a process can die.
/// </summary>
internal sealed class Cutting(Story story) : IDisposable
{
    private readonly TempFolder _folders = new();
    private string _answer = "";
    private List<string> _image = [];

    /// <summary>Goes through all cuts; how many there were.</summary>
    public async Task<int> RunAsync()
    {
        await using (var gate = await GateHost.StartAsync(Setup("base")))
            await story.PrepareAsync(gate);
        var writes = await UncutAsync();
        for (var cut = 0; cut < writes.Count; cut++)
            await CutAsync(cut, writes[cut]);
        return writes.Count;
    }

    public void Dispose() => _folders.Dispose();

    private async Task<List<Step>> UncutAsync()
    {
        var (steps, writes) = (new Steps(), new List<Step>());
        await using (var gate = await GateHost.StartAsync(steps.In(Copy("uncut"))))
        {
            steps.At = (_, step) => Take(writes, step);
            _answer = await story.ActAsync(gate);
        }
        await using var again = await GateHost.StartAsync(Setup("uncut"));
        (await story.ActAsync(again)).ShouldBe(_answer, "sent twice");
        _image = await ImageAsync(again);
        return writes;
    }

    private async Task CutAsync(int cut, Step at)
    {
        var (folder, point) = ($"cut-{cut}", $"cut after write {cut} ({at.Part}, {at.Fence})");
        try
        {
            var told = await DieAsync(folder, cut);
            await using var gate = await RecoverAsync(folder);
            await RegisterProof.CheckAsync(gate);
            await story.CheckAsync(gate, told);
            (await story.ActAsync(gate)).ShouldBe(_answer);
            (await ImageAsync(gate)).ShouldBe(_image);
            await RegisterProof.CheckAsync(gate);
            await Tables.CheckAsync(gate, await gate.Vault.ReadAsync(session => Patients.AboveAsync(session, 0, int.MaxValue)));
        }
        catch (Exception error)
        {
            throw new ViolationException($"{point}: {error}");
        }
        Directory.Delete(_folders.File(folder), recursive: true);
    }

    // What the client heard before the process died, if anything.
    private async Task<string?> DieAsync(string folder, int cut)
    {
        var steps = new Steps();
        await using var gate = await GateHost.StartAsync(steps.In(Copy(folder)));
        var left = cut;
        steps.At = (_, step) => step.IsDone && left-- == 0 ? throw steps.Crash() : Task.CompletedTask;
        try
        {
            return await story.ActAsync(gate);
        }
        catch (CrashException)
        {
            return null;
        }
    }

    // Starting is cut off too: after its first write, then after its second, until it gets through.
    private async Task<GateHost> RecoverAsync(string folder)
    {
        for (var cut = 0; ; cut++)
        {
            var steps = new Steps();
            var left = cut;
            steps.At = (_, step) => step.IsDone && left-- == 0 ? throw steps.Crash() : Task.CompletedTask;
            try
            {
                var gate = await GateHost.StartAsync(steps.In(Setup(folder)));
                if (!steps.IsCrashed)
                {
                    steps.At = (_, _) => Task.CompletedTask;
                    return gate;
                }
                await gate.DisposeAsync();
            }
            catch (CrashException)
            {
                // Started again.
            }
        }
    }

    private static Task Take(List<Step> writes, Step step)
    {
        if (step.IsDone)
            writes.Add(step);
        return Task.CompletedTask;
    }

    private static async Task<List<string>> ImageAsync(GateHost gate) => [.. (await VaultImage.ReadAsync(gate)).Order(StringComparer.Ordinal)];

    private GateSetup Setup(string folder) => new() { Folder = _folders.File(folder) };

    private GateSetup Copy(string folder)
    {
        Folders.Copy(_folders.File("base"), _folders.File(folder));
        return Setup(folder);
    }
}
