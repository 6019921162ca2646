using Centra.Consent;
using Centra.Rekeying;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Rekeying;

/// <summary>Changing the register's keys while it works.</summary>
public class RekeyingTests
{
    private static readonly TestPerson Ann = new("Annabel", "Quimby", "1961-04-17");

    [Fact]
    public async Task Epoch_WithAnotherKeyInThisProcess_IsNotFollowed()
    {
        await using var gate = await GateHost.StartAsync();
        await gate.Get<RekeyingSteps>().BeginAsync();
        var file = new FileKeyStore(Path.Combine(gate.Folder, "keys", "centra.keys.json"));
        file.Save(file.Load()! with { Epochs = [new byte[32]] });
        var mistaken = new Gate.GateKeys(new KeyRingSource(file.Load()!, file));

        await Should.ThrowAsync<KeyStoreException>(mistaken.RefreshAsync(gate.Get<Vault>()));

        mistaken.Current.ActiveEpochs.ShouldBe([1], "its tokens are refused");
        (await gate.Get<Gate.GateKeys>().RefreshAsync(gate.Get<Vault>())).ActiveEpochs.ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Begin_WithAnotherKeyThanTheRegisterKnows_IsRefused()
    {
        await using var gate = await GateHost.StartAsync();
        await gate.Vault.WriteAsync(Fence.None, session => RegisterFacts.KeepAsync(session, RegisterFacts.Golden(2), new byte[32]));

        await Should.ThrowAsync<KeyStoreException>(gate.Get<RekeyingSteps>().BeginAsync());

        (await gate.Vault.ReadAsync(RegisterHead.ReadAsync)).Epochs.ShouldBe([1]);
    }

    // A restart begins with the first row; so does who comes to the end and had begun in the midst.
    [Fact]
    public async Task Removal_BegunInTheMidst_GoesOverTheBeginningOnceMore()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        for (var at = 0; at < 60; at++)
            await north.OptOutAsync(Person(at).Form());
        await north.LoadAsync(Enumerable.Range(60, 5).Select(at => Person(at).Patient($"p{at}")));
        await gate.Get<RekeyingSteps>().BeginAsync();
        while ((await gate.Vault.ReadAsync(RegisterHead.ReadAsync)).Epochs is not [2])
            await gate.Get<RekeyingSteps>().StepAsync();
        var removal = new RekeyingRemoval(gate.Get<Vault>());
        (await removal.StepAsync(2)).ShouldBeTrue();
        (await gate.Vault.NumberAsync("select count(*) from opt_out_token where epoch = 1")).ShouldBeGreaterThan(0, "one step is not enough");

        await gate.Vault.WriteAsync(Fence.None, session => session.ExecuteAsync("insert into opt_out_token (token, ordinal, epoch, sequence) values ($1, 1, 1, 1)", new byte[Key128.Size]));
        var steps = 0;
        while (await removal.StepAsync(2))
            (++steps).ShouldBeLessThan(20);

        (await gate.Vault.NumberAsync("select count(*) from opt_out_token where epoch = 1")).ShouldBe(0);
        (await gate.Vault.NumberAsync("select count(*) from patient where epochs <> '2'")).ShouldBe(0);
    }

    [Fact]
    public async Task Rekeying_ToItsEnd_KeepsEverybodyOutAndLeavesNoOldToken()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        for (var at = 0; at < 20; at++)
            await north.OptOutAsync(Person(at).Form());
        await north.LoadAsync(Enumerable.Range(20, 20).Select(at => Person(at).Patient($"p{at}")));

        await RekeyAsync(gate);

        (await gate.Vault.ReadAsync(RegisterHead.ReadAsync)).Epochs.ShouldBe([2]);
        (await gate.Vault.NumberAsync("select count(*) from opt_out_token where epoch <> 2")).ShouldBe(0);
        (await gate.Vault.NumberAsync("select count(*) from patient where epochs <> '2'")).ShouldBe(0);
        (await north.LoadAsync(Enumerable.Range(0, 20).Select(at => Person(at).Patient($"x{at}")))).Suppressed.ShouldBe(20);
        (await north.OptOutAsync(Person(25).Form())).Receipt.PatientsErased.ShouldBe(1);
        (await north.OptOutAsync(Person(3).Form())).Repeated.ShouldBeTrue();
        await RekeyAsync(gate);
        (await gate.Vault.ReadAsync(RegisterHead.ReadAsync)).Epochs.ShouldBe([3]);
        (await north.LoadAsync(Enumerable.Range(0, 20).Select(at => Person(at).Patient($"y{at}")))).Suppressed.ShouldBe(20);
    }

    [Fact]
    public async Task Everything_BetweenAnyTwoSteps_HoldsAsBefore()
    {
        await using var gate = await GateHost.StartAsync();
        var (north, steps) = (await gate.PracticeAsync(), gate.Get<RekeyingSteps>());
        for (var at = 0; at < 10; at++)
            await north.OptOutAsync(Person(at).Form());
        await north.LoadAsync(Enumerable.Range(100, 30).Select(at => Person(at).Patient($"p{at}")));
        await steps.BeginAsync();

        for (var step = 0; step == 0 || await steps.StepAsync(); step++)
        {
            (await north.LoadAsync(Person(step % 10).Patient($"s{step}"))).Suppressed.ShouldBe(1, $"step {step}");
            await gate.Get<OptOutIntake>().RefreshAsync();
            (await north.OptOutAsync(Person(100 + step).Form())).Receipt.PatientsErased.ShouldBe(1, $"step {step}");
            (await north.LoadAsync(Person(200 + step).Patient($"n{step}"))).Accepted.ShouldBe(1, $"step {step}");
            step.ShouldBeLessThan(30);
        }

        (await gate.Vault.ReadAsync(RegisterHead.ReadAsync)).Epochs.ShouldBe([2]);
    }

    [Fact]
    public async Task Request_ToBeInAgain_OutlivesRekeying()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        var optOut = await north.OptOutAsync(Ann.Form());
        var asked = (await north.AskAsync(optOut.OptOutId, Ann.Form())).Value!;
        await RekeyAsync(gate);

        var ended = await north.Consent(optOut.OptOutId).ConfirmWithdrawal(gate.Context("officer"), asked.RequestId);

        ended.Value!.Withdrawn.ShouldBe([optOut.OptOutId]);
    }

    [Fact]
    public async Task Dispute_AcrossTheSwitch_IsFoundByLaterOptOuts()
    {
        var steps = new Steps();
        await using var gate = await GateHost.StartAsync(steps.In(new GateSetup()));
        var (north, south) = (await gate.PracticeAsync("north"), await gate.PracticeAsync("south"));
        await north.OptOutAsync(Ann.Form());
        var rekeyed = false;
        steps.At = async (_, step) =>
        {
            if (step is { Part: "vault", Fence: Fence.Shared, IsDone: false } && !rekeyed)
            {
                rekeyed = true;
                await RekeyAsync(gate);
            }
        };

        (await Patience.UntilTakenAsync(() => gate.Get<Centra.ReviewLane.Disputing>().OpenAsync(north.Id, System.Text.Encoding.UTF8.GetBytes(Ann.Patient("p1"))))).Code().ShouldBe("taken");
        rekeyed.ShouldBeTrue();
        await gate.Get<OptOutIntake>().RefreshAsync();
        await south.OptOutAsync(Ann.Form());

        (await north.StatusAsync("p1")).ShouldBe(PatientStatus.None);
    }

    [Fact]
    public async Task Keys_OfAnEarlierHead_DoNotComeBack()
    {
        await using var gate = await GateHost.StartAsync();
        await RekeyAsync(gate);
        var keys = gate.Get<Gate.GateKeys>();
        keys.Use([2]);

        keys.Use([1]).ActiveEpochs.ShouldBe([1]);
        keys.Use([1, 2]).ActiveEpochs.ShouldBe([1, 2]);

        keys.Current.ActiveEpochs.ShouldBe([2]);
    }

    // A page looks at it again and again, and a count goes through everything.
    [Fact]
    public async Task View_OnceNothingIsLeft_CountsNoMore_WhereAsWhatDecidesDoes()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.OptOutAsync(Ann.Form());
        await RekeyAsync(gate);
        var steps = gate.Get<RekeyingSteps>();
        (await steps.ViewAsync()).ShouldBe(new RekeyingView(2, RekeyingStage.None, 0));

        await gate.Vault.WriteAsync(Fence.None, session => session.ExecuteAsync("insert into opt_out_token (token, ordinal, epoch, sequence) values ($1, 1, 1, 1)", new byte[Key128.Size]));

        (await steps.ViewAsync()).Left.ShouldBe(0, "it is remembered");
        (await new RekeyingSteps(gate.Get<OptOutRegister>(), gate.Get<Vault>(), gate.Get<KeyRingSource>(), TimeProvider.System).ViewAsync()).Left.ShouldBe(0, "by the vault");
        await steps.BeginAsync();
        (await gate.Vault.ReadAsync(RegisterHead.ReadAsync)).Epochs.ShouldBe([2], "there is something left");
    }

    // What is remembered of one epoch says nothing of the next.
    [Fact]
    public async Task View_OfTheNextEpoch_CountsAgain()
    {
        await using var gate = await GateHost.StartAsync();
        await (await gate.PracticeAsync()).OptOutAsync(Ann.Form());
        var steps = gate.Get<RekeyingSteps>();
        (await steps.ViewAsync()).ShouldBe(new RekeyingView(1, RekeyingStage.None, 0));

        await steps.BeginAsync();
        (await steps.ViewAsync()).Stage.ShouldBe(RekeyingStage.Adding);
        while ((await gate.Vault.ReadAsync(RegisterHead.ReadAsync)).Epochs is not [2])
            await steps.StepAsync();

        var view = await steps.ViewAsync();
        view.Stage.ShouldBe(RekeyingStage.Removing);
        view.Left.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Grain_WorksTheStepsOff()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.OptOutAsync(Ann.Form());
        var grain = gate.Grains.GetGrain<IRekeyingGrain>("rekeying");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));

        (await grain.Begin()).Refusal.ShouldBeNull();
        while (await grain.View() is not { Epoch: 2, Stage: RekeyingStage.None })
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);

        (await north.LoadAsync(Ann.Patient("a"))).Suppressed.ShouldBe(1);
    }

    private static async Task RekeyAsync(GateHost gate)
    {
        await gate.Get<RekeyingSteps>().BeginAsync();
        while (await gate.Get<RekeyingSteps>().StepAsync())
        {
        }
    }

    private static TestPerson Person(int at) =>
        new($"Given{(char)('a' + at % 26)}{(char)('a' + at / 26)}", $"Family{(char)('a' + at % 26)}{(char)('a' + at / 26)}", $"19{20 + at % 70}-03-0{1 + at % 9}") { AddressLine = $"{at} Elm Road", PostalCode = $"{10000 + at * 7}" };
}
