using Centra.Proof.Crashes;
using Centra.Proof.Model;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Proof.Restores;

/// <summary>
/// A gate with patients, and a copy of its folder. After the copy was taken some of them opt out, one way and another; then the gate is
/// stopped, and parts of the copy are put back.
/// </summary>
internal sealed class Backup : IAsyncDisposable
{
    /// <summary>Everything but the journal.</summary>
    public static readonly string[] AllButJournal = ["vault.db", "keys.db", "read.db", "state.db", "snapshots", "keys"];

    private readonly TempFolder _folders = new();

    /// <summary>The folder that is started again.</summary>
    public string Folder => _folders.File("now");

    /// <summary>The copy.</summary>
    public string Old => _folders.File("old");

    /// <summary>Makes it.</summary>
    /// <param name="newPatient">Whether a patient is stored after the copy was taken, with a key that the copy lacks.</param>
    public static async Task<Backup> MakeAsync(bool newPatient)
    {
        var backup = new Backup();
        await using (var gate = await backup.StartAsync())
            await BeforeAsync(gate);
        Folders.Copy(backup.Folder, backup.Old);
        await using (var gate = await backup.StartAsync())
            await AfterAsync(gate, newPatient);
        return backup;
    }

    /// <summary>Starts on the folder.</summary>
    public Task<GateHost> StartAsync() => GateHost.StartAsync(new GateSetup { Folder = Folder });

    /// <summary>Puts parts of the copy back.</summary>
    public void PutBack(params IEnumerable<string> names)
    {
        foreach (var name in names)
            Folders.PutBack(name, Old, Folder);
    }

    /// <summary>Nobody who opted out before or after the copy was taken is there, nobody gets in, and everybody else does.</summary>
    public static async Task CheckAsync(GateHost gate)
    {
        await RegisterProof.CheckAsync(gate);
        var rows = await gate.Vault.ReadAsync(session => Patients.AboveAsync(session, 0, int.MaxValue));
        await Tables.CheckAsync(gate, rows);
        foreach (var id in new[] { "o0", "o1", "o2", "t3" })
            (await gate.IsReadableAsync("north", id)).ShouldBeFalse(id);
        var north = new TestPractice(gate, "north");
        var counts = await north.LoadAsync([.. Cast.Other(0).Chart("o0", 1), .. Cast.Other(1).Chart("o1", 1), .. Cast.Other(2).Chart("new2", 1), .. Cast.Ann.Chart("a", 1), .. Cast.Twin.Chart("t3", 1)]);
        (counts.Read, counts.Suppressed).ShouldBe((10, 10), counts.ToString());
        (await north.LoadAsync(Cast.Other(4).Chart("o4", 3))).Unchanged.ShouldBe(4, "somebody who did not opt out");
        (await gate.IsReadableAsync("north", "o4")).ShouldBeTrue();
        (await north.LoadAsync(Cast.Other(9).Chart("o9", 1))).Accepted.ShouldBe(2);
        (await north.OptOutAsync(Cast.Other(9).Form())).Receipt.PatientsErased.ShouldBe(1);
    }

    public ValueTask DisposeAsync()
    {
        _folders.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task BeforeAsync(GateHost gate)
    {
        var north = await gate.PracticeAsync();
        await north.LoadAsync([.. Enumerable.Range(0, 6).SelectMany(at => Cast.Other(at).Chart($"o{at}", 3)), .. Cast.Twin.Chart("t3", 2)]);
        await north.OptOutAsync(Cast.Other(0).Form());
    }

    // One by the form, one by a later load, one by an officer's verdict: three kinds of operation that the copy knows nothing of.
    private static async Task AfterAsync(GateHost gate, bool newPatient)
    {
        var north = new TestPractice(gate, "north");
        await north.OptOutAsync(Cast.Other(1).Form());
        await north.OptOutAsync(Cast.Other(2).Form("o2"));
        await north.OptOutAsync(Cast.Ann.Form());
        _ = (await gate.DecideAsync((await gate.ReviewsAsync()).Single().ItemId, Centra.ReviewLane.ReviewVerdict.Same)).Value.ShouldNotBeNull();
        if (newPatient)
            await north.LoadAsync(Cast.Other(7).Chart("o7", 1));
    }
}
