using Centra.Gate;
using Centra.Matching;
using Centra.Register;
using Centra.Storage;
using Centra.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Centra.Tests.Register;

/// <summary>Asking the register through its shards, and what happens where it cannot be trusted.</summary>
public class RegisterChecksTests
{
    private static readonly TestPerson Ann = new("Annabel", "Quimby", "1961-04-17");

    [Fact]
    public async Task Answer_NamesTheOptOutsAndTheHeadItHoldsFor()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.OptOutAsync(Ann.Form());

        var screened = (await ScreenAsync(gate)).Value!;

        screened.Sequence.ShouldBe(1);
        screened.People[0].Hits.ShouldHaveSingleItem().Ordinal.ShouldBe(1);
        screened.People[0].Outcome.ShouldBe(MatchOutcome.Suppressed);
    }

    [Fact]
    public async Task Shard_AskedForAHeadThatTheDatabaseDoesNotHave_Refuses()
    {
        await using var gate = await GateHost.StartAsync();

        var answer = await gate.Grains.GetGrain<IRegisterShardGrain>(ShardLayout.KeyOf(0)).Probe(new ShardQuestion(1, []));

        answer.Code().ShouldBe(nameof(RegisterRefusal.RegisterWentBack));
    }

    [Fact]
    public async Task Check_AfterTheDatabaseWentBack_IsRefused()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.OptOutAsync(Ann.Form());
        (await ScreenAsync(gate)).IsRefused.ShouldBeFalse();

        await gate.Vault.WriteAsync(Fence.Exclusive, session => session.ExecuteAsync("delete from register_head"));

        (await ScreenAsync(gate)).Code().ShouldBe(nameof(RegisterRefusal.RegisterWentBack));
    }

    [Fact]
    public async Task Check_WithoutADatabase_IsRefused()
    {
        var steps = new Steps();
        await using var gate = await GateHost.StartAsync(steps.In(new GateSetup()));
        steps.Failing = new StorageUnavailableException("no");

        (await ScreenAsync(gate)).Code().ShouldBe(nameof(RegisterRefusal.RegisterIsUnavailable));
    }

    [Fact]
    public async Task Check_WithTokensOfAnotherEpoch_IsRefused()
    {
        await using var gate = await GateHost.StartAsync();

        (await gate.Get<RegisterChecks>().AskAsync([new byte[16]], [2])).Code().ShouldBe(nameof(RegisterRefusal.TokensAreOfAnotherEpoch));
    }

    [Fact]
    public async Task Head_ReadForACheck_IsNeverOlderThanTheCheck()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
                await gate.Get<HeadReader>().ReadAsync();
        })).ToList();

        for (var at = 0; at < 40; at++)
        {
            var optOut = await north.OptOutAsync((Ann with { BirthDate = $"19{40 + at}-01-02" }).Form());
            (await gate.Get<HeadReader>().ReadAsync()).Sequence.ShouldBeGreaterThanOrEqualTo(optOut.Sequence);
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task Shard_ThatGrew_IsKeptWithoutBeingDeactivated()
    {
        using var folder = new TempFolder();
        ShardSnapshot? snapshots = null;
        await using var gate = await GateHost.StartAsync(new GateSetup
        {
            ShardBits = 0,
            Services = services => services.AddSingleton(provider =>
                snapshots = new ShardSnapshot(folder.Path, provider.GetRequiredService<CentraStorage>().RegisterId, new ShardLayout(0)) { RowsWorthSaving = 1 }),
        });
        var north = await gate.PracticeAsync();
        await north.OptOutAsync(Ann.Form());
        (await ScreenAsync(gate)).IsRefused.ShouldBeFalse();

        var kept = await Patience.UntilThereAsync(() => Task.FromResult(snapshots!.Load(0, head: 1) is { Sequence: 1, Table.Count: > 0 } snapshot ? snapshot : null));

        kept.ShouldNotBeNull();
    }

    private static Task<Result<ScreeningAnswer>> ScreenAsync(GateHost gate) =>
        gate.Get<Screening>().ScreenAsync([new PersonToScreen(Ann.Form().ToIdentity(), "north")]);
}
