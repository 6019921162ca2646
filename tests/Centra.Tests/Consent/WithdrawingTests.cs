using Centra.Consent;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Consent;

/// <summary>The ways back.</summary>
public class WithdrawingTests
{
    private static readonly TestPerson Ann = new("Annabel", "Quimby", "1961-04-17");
    private static readonly TestPerson Bert = new("Bertrand", "Oakley", "1950-11-02") { AddressLine = "4 Mill Lane", PostalCode = "60614", Gender = "male" };

    [Fact]
    public async Task Reinstatement_EndsEveryOptOutThatMatchesOutright()
    {
        await using var gate = await GateHost.StartAsync();
        var (north, south) = (await gate.PracticeAsync("north"), await gate.PracticeAsync("south"));
        var first = await north.OptOutAsync(Ann.Form());
        var second = await south.OptOutAsync(Ann.Form("s1"));
        var twin = await south.OptOutAsync((Ann with { Given = "Isolde" }).Form());

        var ended = (await north.WithdrawAsync(first.OptOutId, Ann.Form())).Value!;

        ended.Withdrawn.ShouldBe([first.OptOutId, second.OptOutId], ignoreOrder: true);
        (await south.Consent(twin.OptOutId).View(null)).Value!.InForce.ShouldBeTrue();
        (await north.LoadAsync(Ann.Patient("a"))).Review.ShouldBe(1);
    }

    [Fact]
    public async Task Reinstated_PatientsErasedData_DoNotReturnAndTheNextLoadHasANewPseudonym()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.LoadAsync(Ann.Patient("a"), TestLines.Condition("c1", "a"));
        var before = (await north.FindAsync("a"))!.Pseudonym!;
        var optOut = await north.OptOutAsync(Ann.Form());

        (await north.WithdrawAsync(optOut.OptOutId, Ann.Form())).Refusal.ShouldBeNull();

        (await north.StatusAsync("a")).ShouldBe(PatientStatus.None);
        (await gate.ResourcesAsync()).ShouldBe(0);
        (await north.LoadAsync(Ann.Patient("a"), TestLines.Condition("c1", "a"))).Accepted.ShouldBe(2);
        (await north.FindAsync("a"))!.Pseudonym.ShouldNotBe(before);
        (await gate.VisibleCopiesAsync()).ShouldBe(4);
    }

    [Fact]
    public async Task Reinstatement_OfSomebodyElsesOptOut_IsRefused()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        var optOut = await north.OptOutAsync(Ann.Form());

        (await north.WithdrawAsync(optOut.OptOutId, Bert.Form())).Code().ShouldBe(nameof(ConsentRefusal.IdentityDoesNotMatch));
        (await north.WithdrawAsync(optOut.OptOutId, (Ann with { Given = "Isolde" }).Form())).Code().ShouldBe(nameof(ConsentRefusal.IdentityDoesNotMatch));

        (await north.LoadAsync(Ann.Patient("a"))).Suppressed.ShouldBe(1);
    }

    [Fact]
    public async Task Request_Declined_LeavesTheOptOutInForce_ForgetsTheIdentity_AndIsDecided()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        var optOut = await north.OptOutAsync(Ann.Form());
        var (consent, asked) = (north.Consent(optOut.OptOutId), (await north.AskAsync(optOut.OptOutId, Ann.Form())).Value!);

        (await consent.DeclineWithdrawal(gate.Context("nurse"), asked.RequestId, "No form.")).Code().ShouldBe(nameof(ConsentRefusal.SamePersonTwice));
        (await consent.DeclineWithdrawal(gate.Context("officer"), asked.RequestId, "  ")).Code().ShouldBe(nameof(ConsentRefusal.ReasonIsMissing));
        (await consent.DeclineWithdrawal(gate.Context("officer"), asked.RequestId, new string('x', 1001))).Code().ShouldBe(nameof(ConsentRefusal.ReasonIsMissing));
        var declined = (await consent.DeclineWithdrawal(gate.Context("officer"), asked.RequestId, " No form. ")).Value!;

        (declined.IsOpen, declined.Declined).ShouldBe((false, "No form."));
        (await consent.DeclineWithdrawal(gate.Context("officer"), asked.RequestId, "No form.")).Value.ShouldNotBeNull("a repeat is answered as before").Declined.ShouldBe("No form.");
        (await consent.DeclineWithdrawal(gate.Context("officer"), asked.RequestId, "Other words.")).Code().ShouldBe(nameof(ConsentRefusal.RequestNotFound));
        (await consent.ConfirmWithdrawal(gate.Context("officer"), asked.RequestId)).Code().ShouldBe(nameof(ConsentRefusal.RequestNotFound));
        (await gate.Get<Vault>().Database.ReadAsync(session => WithdrawalRequests.FindAsync(session, asked.RequestId)))!.Tokens.ShouldBeNull();
        (await north.LoadAsync(Ann.Patient("a"))).Suppressed.ShouldBe(1);
        (await north.WithdrawAsync(optOut.OptOutId, Ann.Form())).Value!.Withdrawn.ShouldBe([optOut.OptOutId], "it may be asked for again");
    }

    [Fact]
    public async Task Correction_EndsTheOneOptOutOfThePracticeThatSentIt()
    {
        await using var gate = await GateHost.StartAsync();
        var (north, south) = (await gate.PracticeAsync("north"), await gate.PracticeAsync("south"));
        var wrong = await north.OptOutAsync(Ann.Form());
        await south.OptOutAsync(Ann.Form());

        (await south.AskAsync(wrong.OptOutId)).Code().ShouldBe(nameof(ConsentRefusal.OptOutNotFound));
        (await north.WithdrawAsync(wrong.OptOutId)).Value!.Withdrawn.ShouldBe([wrong.OptOutId]);

        (await north.LoadAsync(Ann.Patient("a"))).Suppressed.ShouldBe(1, "the other practice's opt-out holds");
        (await north.AskAsync(wrong.OptOutId)).Code().ShouldBe(nameof(ConsentRefusal.OptOutIsNotInForce));
    }

    [Fact]
    public async Task Confirmation_ByWhoeverAsked_IsRefused()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        var optOut = await north.OptOutAsync(Ann.Form());
        var asked = (await north.AskAsync(optOut.OptOutId)).Value!;

        (await north.Consent(optOut.OptOutId).ConfirmWithdrawal(gate.Context("nurse"), asked.RequestId)).Code().ShouldBe(nameof(ConsentRefusal.SamePersonTwice));
        (await north.Consent("optout-other").ConfirmWithdrawal(gate.Context("officer"), asked.RequestId)).Code().ShouldBe(nameof(ConsentRefusal.RequestNotFound));
        (await north.Consent(optOut.OptOutId).ConfirmWithdrawal(gate.Context("officer"), "withdrawal-x")).Code().ShouldBe(nameof(ConsentRefusal.RequestNotFound));
        (await north.Consent(optOut.OptOutId).View(null)).Value!.InForce.ShouldBeTrue();
    }

    [Fact]
    public async Task Withdrawn_OptOutEnteredAgain_IsANewOne()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        var first = await north.OptOutAsync(Ann.Form());
        (await north.WithdrawAsync(first.OptOutId)).Refusal.ShouldBeNull();
        await north.LoadAsync(Ann.Patient("a"));

        var second = await north.OptOutAsync(Ann.Form());

        (second.Repeated, second.Receipt.PatientsErased).ShouldBe((false, 1));
        second.OptOutId.ShouldNotBe(first.OptOutId);
    }
}
