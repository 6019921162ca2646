using Centra.Agreements;
using Centra.Billing;
using Centra.Institutions;
using Centra.Requests;
using Centra.Starting;
using Centra.Testing;

namespace Centra.Tests.Requests;

/// <summary>What a repeat of a carried command meets after a crash between the leaf's write and the request's.</summary>
public sealed class CarryingTests : IAsyncLifetime
{
    private const string Ror = "05dxps055";
    private readonly ShiftedClock _clock = new();
    private GateHost _gate = null!;

    private RequestState State { get; } = Stages.Contracting.State with
    {
        Application = Stages.Contracting.State.Application with { Team = [.. Stages.Contracting.State.Application.Team.Select(member => member with { InstitutionId = Ror })] },
    };

    public async ValueTask InitializeAsync()
    {
        _gate = await GateHost.StartAsync(new GateSetup { Clock = _clock });
        await _gate.Get<FirstContents>().MakeAsync();
        (await _gate.Grains.GetGrain<IInstitutionGrain>($"institution/{Ror}").Handle(_gate.Context("host"), new RecordInstitution("North University", "US"))).Refusal.ShouldBeNull();
    }

    public ValueTask DisposeAsync() => _gate.DisposeAsync();

    [Fact]
    public async Task DrawUp_RepeatedOnAnotherDay_IsTheSameCommand()
    {
        await CarryAsync(_gate.Context("finance"), new EstimateCost(0, null, null));
        var context = _gate.Context("manager");
        (await CarryAsync(context, new DrawUpAgreement())).ShouldBe("taken");
        _clock.Advance(TimeSpan.FromDays(3));

        (await CarryAsync(context, new DrawUpAgreement())).ShouldBe("taken");
        (await CarryAsync(context, new RedrawAgreement("Another."))).ShouldBe(nameof(CommandRefusal.IdempotencyKeyWasUsedForAnotherCommand));
        (await _gate.Grains.GetGrain<IAgreementGrain>("agreement/request-1").View()).Value!.Versions.Length.ShouldBe(1);
    }

    [Fact]
    public async Task Estimate_RepeatedAfterThePriceLineChanged_IsTheSameCommand()
    {
        var context = _gate.Context("finance");
        (await CarryAsync(context, new EstimateCost(1, null, null))).ShouldBe("taken");
        var changed = Cast.Catalogue.ToDictionary(one => one.Key, one => one.Value with { About = one.Value.About with { PriceLine = "open-data" } });

        (await CarryAsync(context, new EstimateCost(1, null, null), facts => facts with { Datasets = facts.Datasets.SetItems(changed) })).ShouldBe("taken");
        (await CarryAsync(context, new EstimateCost(2, null, null))).ShouldBe(nameof(CommandRefusal.IdempotencyKeyWasUsedForAnotherCommand));
        (await _gate.Grains.GetGrain<ILedgerGrain>("ledger/request-1").View()).Value!.Estimates.Length.ShouldBe(1);
    }

    private async Task<string> CarryAsync(CommandContext context, RequestCommand command, Func<RequestFacts, RequestFacts>? change = null)
    {
        var facts = Stages.Contracting.Facts(context.Actor.Id) with { Now = _clock.GetUtcNow() };
        return (await _gate.Get<Centra.Requests.Carrying>().CarryAsync(State, "request-1", context, command, change?.Invoke(facts) ?? facts)).Code();
    }
}
