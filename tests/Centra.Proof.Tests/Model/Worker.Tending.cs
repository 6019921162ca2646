using Centra.Gate;
using Centra.Practices;
using Centra.Rekeying;
using Centra.ReviewLane;

namespace Centra.Proof.Model;

/// <summary>What the service does by itself, and what time does.</summary>
internal sealed partial class Worker
{
    private async Task RekeyAsync()
    {
        var act = history.Begin(new Tended(number, history.Now, "re-keying"));
        var (steps, begin) = (_random.Next(1, 4), _random.Next(world.ActsARekeying) == 0);
        history.End(act, await Persistence.ThroughAsync(async () =>
        {
            await _gate.RekeyAsync(steps, begin);
            return (await _gate.Get<RekeyingSteps>().ViewAsync()).ToString();
        }));
    }

    private async Task SweepAsync()
    {
        var act = history.Begin(new Tended(number, history.Now, "sweep"));
        history.End(act, await Persistence.ThroughAsync(async () => $"{await _gate.Get<Sweeping>().FinishAllAsync()} and {await _gate.Get<LostKeys>().SweepAsync()}"));
    }

    // The clock jumps while nobody acts, so that no load under way seems to have taken a month.
    private async Task ThirtyDaysAsync()
    {
        await pause.AloneAsync(async () =>
        {
            model.Clock.Advance(TimeSpan.FromDays(31));
            await RenewAsync();
        });
        var act = history.Begin(new Tended(number, history.Now, "thirty days"));
        history.End(act, $"{await Persistence.ThroughAsync(() => _gate.Get<Expiring>().RunAsync())} expired");
    }

    // A long run goes on for years: practices stay in good standing only if they see to it. What one silo's activation writes the other's learns
    // when it writes, too: its first attempt fails, and it begins anew from what is stored.
    private async Task RenewAsync()
    {
        var until = DateOnly.FromDateTime(model.Clock.GetUtcNow().UtcDateTime).AddYears(1);
        foreach (var grain in model.Silos.SelectMany(silo => World.Practices.Select(practice => silo.Grains.GetGrain<IPracticeGrain>($"practice/{practice}"))))
        {
            (await Persistence.ThroughAsync(() => grain.Handle(_gate.Context(), new RecordAgreement(until, new string('a', 64))))).IsRefused.ShouldBeFalse();
            (await Persistence.ThroughAsync(() => grain.Handle(_gate.Context(), new Attest(true)))).IsRefused.ShouldBeFalse();
        }
    }
}
