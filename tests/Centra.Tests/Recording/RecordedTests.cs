using Centra.Housekeeping;
using Centra.Practices;
using Centra.Recording;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Recording;

/// <summary>Commands on recorded grains: once each, told in the read model, whatever fails on the way.</summary>
public class RecordedTests
{
    private const string Stream = "practice/north";

    [Fact]
    public async Task Command_SentTwiceUnderOneId_HappensOnce()
    {
        await using var gate = await GateHost.StartAsync();
        var practice = gate.Grains.GetGrain<IPracticeGrain>(Stream);
        var context = gate.Context();

        var first = await practice.Handle(context, new JoinPractice("North"));
        var second = await practice.Handle(context, new JoinPractice("North"));
        var other = await practice.Handle(context, new JoinPractice("South"));

        Recorder.Write(second.Value).ShouldBe(Recorder.Write(first.Value));
        other.Code().ShouldBe(nameof(CommandRefusal.IdempotencyKeyWasUsedForAnotherCommand));
        (await EventsAsync(gate)).ShouldBe(["PracticeJoined"]);
    }

    [Fact]
    public async Task Command_WhileTheReadModelIsDown_TakesEffectAndIsToldLater()
    {
        var steps = new Steps();
        await using var gate = await GateHost.StartAsync(steps.In(new GateSetup()));
        var practice = gate.Grains.GetGrain<IPracticeGrain>(Stream);
        await practice.Handle(gate.Context(), new JoinPractice("North"));
        steps.At = (_, step) => step.Part == "read" ? throw new StorageUnavailableException("no") : Task.CompletedTask;

        (await practice.Handle(gate.Context(), new Attest(true))).Refusal.ShouldBeNull();
        (await EventsAsync(gate)).ShouldBe(["PracticeJoined"]);
        steps.At = (_, _) => Task.CompletedTask;
        await practice.Drain();

        (await EventsAsync(gate)).ShouldBe(["PracticeJoined", "PatientsInformedAttested"]);
        await practice.Handle(gate.Context(), new Attest(false));
        (await EventsAsync(gate)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Sweep_ThatCouldNotSendOneStream_SendsTheOthersAndComesBackForIt()
    {
        var steps = new Steps();
        await using var gate = await GateHost.StartAsync(steps.In(new GateSetup()));
        var sweep = gate.Get<IEnumerable<IHousekeepingTask>>().Single(task => task is OutboxSweep);
        await sweep.RunAsync();
        steps.At = (_, step) => step.Part == "read" ? throw new StorageUnavailableException("no") : Task.CompletedTask;
        foreach (var name in new[] { "north", "south" })
            await gate.Grains.GetGrain<IPracticeGrain>($"practice/{name}").Handle(gate.Context(), new JoinPractice(name));

        var isFirst = true;
        steps.At = (_, step) => step is { Part: "read", IsDone: false } && isFirst && !(isFirst = false) ? throw new StorageUnavailableException("not now") : Task.CompletedTask;
        await sweep.RunAsync();
        (await CountAsync(gate)).ShouldBe(1);
        await sweep.RunAsync();

        (await CountAsync(gate)).ShouldBe(2);
    }

    private static Task<long> CountAsync(GateHost gate) => gate.Storage.Read.Database.ReadAsync(session => session.NumberAsync("select count(*) from practice"));

    [Fact]
    public async Task Events_AreChainedByHash()
    {
        await using var gate = await GateHost.StartAsync();
        await gate.PracticeAsync();

        var rows = await gate.Storage.Read.Database.ReadAsync(session => session.QueryAsync(
            "select previous_hash, hash from event where stream = $1 order by position", row => (row.GetString(0), row.GetString(1)), Stream));

        rows[0].Item1.ShouldBe("");
        rows.Zip(rows.Skip(1)).ShouldAllBe(pair => pair.First.Item2 == pair.Second.Item1);
    }

    [Fact]
    public async Task Events_SentTwice_AreThereOnceAndAChangedOneStopsTheStream()
    {
        await using var gate = await GateHost.StartAsync();
        var projector = gate.Get<Projector>();
        var first = new RecordedEvent("practice/x", 1, nameof(PracticeJoined), """{"name":"X","at":"2026-01-01T00:00:00+00:00"}""", "a", DateTimeOffset.UnixEpoch, default, "");

        (await projector.ApplyAsync([first])).ShouldBe(1);
        (await projector.ApplyAsync([first])).ShouldBe(0);
        await Should.ThrowAsync<StreamBrokenException>(() => projector.ApplyAsync([first with { Actor = "b" }]));
        await Should.ThrowAsync<StreamBrokenException>(() => projector.ApplyAsync([first with { Position = 3 }]));
    }

    [Fact]
    public async Task Events_OfABrokenStreamAmongOthers_StopThatStreamOnly()
    {
        await using var gate = await GateHost.StartAsync();
        var projector = gate.Get<Projector>();
        using var release = new ManualResetEventSlim();
        var held = gate.Storage.Read.Database.WriteAsync(Fence.None, _ => Task.FromResult(release.Wait(TimeSpan.FromSeconds(30))), TestContext.Current.CancellationToken);

        var works = new[] { ("a", 1), ("b", 2), ("c", 1), ("a", 2) }.Select(at => projector.ApplyAsync([Joined(at.Item1, at.Item2)])).ToList();
        release.Set();

        (await held).ShouldBeTrue();
        (await works[0], await works[2]).ShouldBe((1, 1));
        await Should.ThrowAsync<StreamBrokenException>(() => works[1]);
        (await CountAsync(gate)).ShouldBe(2);
        await Should.ThrowAsync<Exception>(() => works[3]);
    }

    // A practice that joins twice breaks a rule of its rows.
    private static RecordedEvent Joined(string practice, int position) => new(
        $"practice/{practice}", position, nameof(PracticeJoined), """{"name":"X","at":"2026-01-01T00:00:00+00:00"}""", "a", DateTimeOffset.UnixEpoch, default, "");

    [Fact]
    public async Task State_PutBackFromAnOldCopy_IsRefused()
    {
        using var folder = new TempFolder();
        var setup = new GateSetup { Folder = folder.Path };
        await using (var gate = await GateHost.StartAsync(setup))
            await gate.Grains.GetGrain<IPracticeGrain>(Stream).Handle(gate.Context(), new JoinPractice("North"));
        File.Copy(folder.File("state.db"), folder.File("old"));
        await using (var gate = await GateHost.StartAsync(setup))
            await gate.Grains.GetGrain<IPracticeGrain>(Stream).Handle(gate.Context(), new Attest(true));
        File.Copy(folder.File("old"), folder.File("state.db"), overwrite: true);

        await using var reopened = await GateHost.StartAsync(setup);

        var error = await Should.ThrowAsync<Exception>(() => reopened.Grains.GetGrain<IPracticeGrain>(Stream).Handle(reopened.Context(), new Attest(false)));
        error.ToString().ShouldContain("put back from an old copy");
        (await EventsAsync(reopened)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task ReadModel_PutBackFromAnOldCopy_IsToldOfAndLosesNothingMore()
    {
        using var folder = new TempFolder();
        var setup = new GateSetup { Folder = folder.Path };
        await using (var gate = await GateHost.StartAsync(setup))
            await gate.Grains.GetGrain<IPracticeGrain>(Stream).Handle(gate.Context(), new JoinPractice("North"));
        File.Copy(folder.File("read.db"), folder.File("old"));
        await using (var gate = await GateHost.StartAsync(setup))
        {
            await gate.Grains.GetGrain<IPracticeGrain>(Stream).Handle(gate.Context(), new Attest(true));
            await gate.Grains.GetGrain<IPracticeGrain>(Stream).Handle(gate.Context(), new Attest(true));
        }
        File.Copy(folder.File("read.db"), folder.File("newest"));
        File.Copy(folder.File("old"), folder.File("read.db"), overwrite: true);

        await using (var reopened = await GateHost.StartAsync(setup))
        {
            (await reopened.Grains.GetGrain<IPracticeGrain>(Stream).Handle(reopened.Context(), new Attest(false))).Refusal.ShouldBeNull();
            setup.Log.Lines.ShouldContain(line => line.Contains("Critical") && line.Contains("missing in the read model"));
        }
        File.Copy(folder.File("newest"), folder.File("read.db"), overwrite: true);
        await using var mended = await GateHost.StartAsync(setup);
        await mended.Grains.GetGrain<IPracticeGrain>(Stream).Drain();
        (await EventsAsync(mended)).Count.ShouldBe(4);
    }

    private static Task<List<string>> EventsAsync(GateHost gate) => gate.Storage.Read.Database.ReadAsync(session => session.QueryAsync(
        "select type from event where stream = $1 order by position", row => row.GetString(0), Stream));
}
