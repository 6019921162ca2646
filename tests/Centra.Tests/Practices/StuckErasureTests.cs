using Centra.Housekeeping;
using Centra.Practices;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Practices;

/// <summary>The erasure of a practice that leaves fails: others are not held up, officers are told while there is time, and it ends well once it can.</summary>
public class StuckErasureTests
{
    private readonly Steps _steps = new();
    private readonly ShiftedClock _clock = new();

    [Fact]
    public async Task Erasure_ThatKeepsFailing_RingsAfterADay_AndGoesOnBeingTried()
    {
        await using var gate = await LeavingAsync("north");
        _steps.At = (_, step) => step is { Part: "vault", IsDone: false } ? throw new StorageUnavailableException("Quarrington's row cannot be read.") : Task.CompletedTask;
        _clock.Advance(PracticeExport.Grace + TimeSpan.FromHours(1));
        (await RunAsync(gate)).ShouldBe(0);
        (await AlarmsAsync(gate)).ShouldBeEmpty();

        _clock.Advance(TimeSpan.FromDays(1));
        (await RunAsync(gate)).ShouldBe(0);
        await RunAsync(gate);

        var alarm = (await AlarmsAsync(gate)).ShouldHaveSingleItem();
        alarm.Practice.ShouldBe("north");
        alarm.Text.ShouldContain("They have to be gone by");
        alarm.Text.ShouldNotContain("Quarrington");
        _steps.At = (_, _) => Task.CompletedTask;
        (await RunAsync(gate)).ShouldBe(1);
        (await StandingAsync(gate, "north")).ShouldBe(PracticeStanding.Left);
    }

    [Fact]
    public async Task Erasure_ThatFails_HoldsUpNoOther()
    {
        await using var gate = await LeavingAsync("north", "south");
        _clock.Advance(PracticeExport.Grace + TimeSpan.FromHours(1));
        var failed = false;
        _steps.At = (_, step) => !failed && (failed = step is { Part: "vault", IsDone: false }) ? throw new StorageUnavailableException("Away.") : Task.CompletedTask;

        (await RunAsync(gate)).ShouldBe(1);

        new[] { await StandingAsync(gate, "north"), await StandingAsync(gate, "south") }.ShouldBe([PracticeStanding.Leaving, PracticeStanding.Left], ignoreOrder: true);
        (await RunAsync(gate)).ShouldBe(1);
    }

    private async Task<GateHost> LeavingAsync(params string[] practices)
    {
        var gate = await GateHost.StartAsync(_steps.In(new GateSetup { Clock = _clock }));
        foreach (var id in practices)
        {
            await (await gate.PracticeAsync(id)).LoadAsync(new TestPerson("Ottilie", "Quarrington", "1961-04-02").Patient("p1"));
            (await gate.Grains.GetGrain<IPracticeGrain>($"practice/{id}").Handle(gate.Context(), new BeginLeaving())).Refusal.ShouldBeNull();
        }
        return gate;
    }

    private static Task<int> RunAsync(GateHost gate) => gate.Get<IEnumerable<IHousekeepingTask>>().OfType<Departures>().Single().RunAsync();

    private static async Task<PracticeStanding> StandingAsync(GateHost gate, string id) => (await gate.Grains.GetGrain<IPracticeGrain>($"practice/{id}").View()).Value!.Standing;

    private static Task<List<(string Practice, string Text)>> AlarmsAsync(GateHost gate) => gate.Storage.Read.Database.ReadAsync(session =>
        session.QueryAsync("select practice_id, text from alarm where kind = 'ErasureIsStuck'", row => (row.GetString(0), row.GetString(1))));
}
