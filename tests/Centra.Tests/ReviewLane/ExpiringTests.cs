using Centra.ReviewLane;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.ReviewLane;

public class ExpiringTests
{
    private static readonly TestPerson Ann = new("Annabel", "Quimby", "1961-04-17");
    private static readonly TestPerson Twin = Ann with { Given = "Isolde" };
    private readonly ShiftedClock _clock = new();

    [Fact]
    public async Task Undecided_After30Days_IsPurgedAndStaysOut()
    {
        await using var gate = await GateHost.StartAsync(new GateSetup { Clock = _clock });
        var north = await gate.PracticeAsync();
        await north.LoadAsync(Twin.Patient("t"), TestLines.Condition("c1", "t"));
        await north.OptOutAsync(Ann.Form());

        _clock.Advance(TimeSpan.FromDays(31));
        (await gate.Get<Expiring>().RunAsync()).ShouldBe(1);

        var row = (await north.FindAsync("t"))!;
        (row.Status, row.Content, row.Tokens, row.Pseudonym).ShouldBe((PatientStatus.Withheld, null, null, null));
        (await gate.ResourcesAsync()).ShouldBe(0);
        (await gate.KeysAsync()).ShouldBe(0);
        (await north.LoadAsync(Twin.Patient("t"), TestLines.Condition("c1", "t"))).Review.ShouldBe(2);
        (await gate.Vault.NumberAsync("select count(*) from resource")).ShouldBe(0);
    }

    [Fact]
    public async Task Withheld_PatientWhoseOptOutIsWithdrawn_ComesInWithTheNextLoad()
    {
        await using var gate = await GateHost.StartAsync(new GateSetup { Clock = _clock });
        var north = await gate.PracticeAsync();
        var optOut = await north.OptOutAsync(Ann.Form());
        await north.LoadAsync(Twin.Patient("t"), TestLines.Condition("c1", "t"));
        _clock.Advance(TimeSpan.FromDays(31));
        await gate.Get<Expiring>().RunAsync();

        (await north.WithdrawAsync(optOut.OptOutId)).Refusal.ShouldBeNull();

        (await north.LoadAsync(Twin.Patient("t"), TestLines.Condition("c1", "t"))).Accepted.ShouldBe(2);
        (await gate.VisibleCopiesAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Withheld_PatientWhoseOptOutIsWithdrawn_ComesInWithAnOlderJobToo()
    {
        await using var gate = await GateHost.StartAsync(new GateSetup { Clock = _clock });
        var north = await gate.PracticeAsync();
        var older = await north.OpenClinicalAsync();
        var optOut = await north.OptOutAsync(Ann.Form());
        await north.LoadAsync(Twin.Patient("t"));
        _clock.Advance(TimeSpan.FromDays(31));
        await gate.Get<Expiring>().RunAsync();
        (await north.WithdrawAsync(optOut.OptOutId)).Refusal.ShouldBeNull();

        (await north.SendAsync(older, 1, Twin.Patient("t"))).Counts.Accepted.ShouldBe(1);
    }

    [Fact]
    public async Task Withheld_PatientsRecordAfterTheWithdrawal_IsNotSaidToWaitForADecision()
    {
        await using var gate = await GateHost.StartAsync(new GateSetup { Clock = _clock });
        var north = await gate.PracticeAsync();
        var optOut = await north.OptOutAsync(Ann.Form());
        await north.LoadAsync(Twin.Patient("t"));
        _clock.Advance(TimeSpan.FromDays(31));
        await gate.Get<Expiring>().RunAsync();
        (await north.WithdrawAsync(optOut.OptOutId)).Refusal.ShouldBeNull();

        (await north.LoadAsync(TestLines.Condition("c1", "t"))).Rejected.ShouldBe(1);

        (await north.StatusAsync("t")).ShouldBe(PatientStatus.None);
    }

    [Fact]
    public async Task Expired_QuestionBesideAnOpenOne_IsNotForgottenWhenTheOtherEnds()
    {
        await using var gate = await GateHost.StartAsync(new GateSetup { Clock = _clock });
        var (north, south) = (await gate.PracticeAsync("north"), await gate.PracticeAsync("south"));
        await north.OptOutAsync(Ann.Form());
        await north.LoadAsync(Twin.Patient("t"), TestLines.Condition("c1", "t"));
        _clock.Advance(TimeSpan.FromDays(20));
        var second = await south.OptOutAsync(Ann.Form());
        (await gate.ReviewsAsync()).Count.ShouldBe(2);
        _clock.Advance(TimeSpan.FromDays(11));
        await gate.Get<Expiring>().RunAsync();

        (await south.WithdrawAsync(second.OptOutId)).Refusal.ShouldBeNull();

        (await north.StatusAsync("t")).ShouldNotBe(PatientStatus.Live);
        (await gate.VisibleCopiesAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Decision_WhileContentIsBeingPurged_IsNotOverwritten()
    {
        var steps = new Steps();
        await using var gate = await GateHost.StartAsync(steps.In(new GateSetup { Clock = _clock }));
        var north = await gate.PracticeAsync();
        await north.OptOutAsync(Ann.Form());
        await north.LoadAsync([Twin.Patient("t"), .. Enumerable.Range(0, 30).Select(at => TestLines.Condition($"c{at}", "t"))]);
        var item = (await gate.ReviewsAsync()).ShouldHaveSingleItem();
        _clock.Advance(TimeSpan.FromDays(31));
        var first = steps.Taken + 1;
        steps.At = async (number, _) =>
        {
            if (number == first)
                await gate.ReleaseAsync(item.ItemId);
        };

        await gate.Get<Expiring>().RunAsync();

        (await gate.ReviewsAsync()).ShouldHaveSingleItem().State.ShouldBe(ReviewState.SomeoneElse);
        (await north.StatusAsync("t")).ShouldBe(PatientStatus.Live);
        (await gate.ResourcesAsync()).ShouldBe(30);
    }
}
