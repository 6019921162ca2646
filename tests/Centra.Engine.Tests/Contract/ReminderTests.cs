using Centra.Engine.Tests.Grains;
using Centra.Testing;
using Orleans;

namespace Centra.Engine.Tests.Contract;

public class ReminderTests(EngineFixture fixture) : EngineTest(fixture)
{
    private const string Tick = "wake every 00:01:00";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Reminder_WhenDue_CallsTheGrainEvenAfterItsActivationEnded()
    {
        var (grain, probe) = Own<IReminderGrain>();
        await grain.RegisterAsync("wake", Soon, Minute);
        await grain.LeaveAsync();
        await EngineHost.UntilAsync(() => probe.Has("left: ApplicationRequested"));

        await Host.PassUntilAsync(() => probe.Has(Tick));
    }

    [Fact]
    public async Task Reminder_WithAPeriodBelowAMinute_IsRefused()
    {
        var (grain, _) = Own<IReminderGrain>();

        await Should.ThrowAsync<ArgumentException>(() => grain.RegisterAsync("wake", Soon, TimeSpan.FromSeconds(59)));

        (await grain.NamesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reminder_Unregistered_IsGoneAndNeverTicks()
    {
        var (grain, probe) = Own<IReminderGrain>();
        await grain.RegisterAsync("wake", Soon, Minute);
        await grain.RegisterAsync("other", TimeSpan.FromHours(1), Minute);
        (await grain.NamesAsync()).ShouldBe(["other", "wake"]);

        (await grain.UnregisterAsync("wake")).ShouldBeTrue();
        (await grain.UnregisterAsync("wake")).ShouldBeFalse();

        (await grain.NamesAsync()).ShouldBe(["other"]);
        await Host.PassAsync(2 * Soon);
        probe.Has(Tick).ShouldBeFalse();
    }

    [Fact]
    public async Task Reminder_RegisteredAgain_TicksAtItsNewTimeOnly()
    {
        var (grain, probe) = Own<IReminderGrain>();
        await grain.RegisterAsync("wake", TimeSpan.FromHours(1), 2 * Minute);

        await grain.RegisterAsync("wake", Soon, Minute);

        await Host.PassUntilAsync(() => probe.Has(Tick));
        (await grain.NamesAsync()).ShouldBe(["wake"]);
    }

    [Fact]
    public async Task Reminder_OfAnEngineThatEnded_TicksInTheNextOnTheSameFile()
    {
        using var folder = new TempFolder();
        const string key = "test/reminder/restart";
        await using (var first = await EngineHost.StartAsync(new EngineSetup { Folder = folder.Path }))
            await first.Grains.GetGrain<IReminderGrain>(key).RegisterAsync("wake", TimeSpan.FromSeconds(8), Minute);
        Probe.Of(key).Has(Tick).ShouldBeFalse();

        await using var second = await EngineHost.StartAsync(new EngineSetup { Folder = folder.Path });

        await second.PassUntilAsync(() => Probe.Of(key).Has(Tick));
    }

    [Fact]
    public async Task Reminder_WithTicksMissed_TicksNextInItsRhythmAndNotForThem()
    {
        using var folder = new TempFolder();
        const string key = "test/reminder/missed";
        await using (var first = await EngineHost.StartAsync(new EngineSetup { Folder = folder.Path }))
        {
            await first.Reminders.UpsertRow(new ReminderEntry
            {
                GrainId = first.Grains.GetGrain<IReminderGrain>(key).GetGrainId(),
                ReminderName = "wake",
                StartAt = first.UtcNow - 10 * Minute + TimeSpan.FromSeconds(8),
                Period = Minute,
            });
        }

        await using var second = await EngineHost.StartAsync(new EngineSetup { Folder = folder.Path });
        await second.PassAsync(Soon);
        Probe.Of(key).Has(Tick).ShouldBeFalse();
        await second.PassUntilAsync(() => Probe.Of(key).Has(Tick));
        await second.PassAsync(2 * Soon);

        Probe.Of(key).Count(Tick).ShouldBe(1);
    }
}
