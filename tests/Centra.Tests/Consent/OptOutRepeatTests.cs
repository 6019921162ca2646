using Centra.Testing;

namespace Centra.Tests.Consent;

public class OptOutRepeatTests
{
    private static readonly TestPerson Ann = new("Annabel", "Quimby", "1961-04-17");
    private static readonly TestPerson Bert = new("Bertrand", "Oakley", "1950-11-02") { AddressLine = "4 Mill Lane", PostalCode = "60614", Gender = "male" };

    [Fact]
    public async Task OptOut_SentTwiceUnderOneKey_GetsTheFirstReceipt()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        var context = gate.Context();

        var first = await north.OptOutAsync(Ann.Form(), context);
        var second = await north.OptOutAsync(Ann.Form(), context);

        second.ShouldBe(first with { Repeated = true });
        (await gate.Vault.NumberAsync("select count(*) from opt_out")).ShouldBe(1);
    }

    [Fact]
    public async Task OptOut_OfSomebodyElseUnderAUsedKey_IsRefusedNotAnswered()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        var context = gate.Context();
        await north.OptOutAsync(Ann.Form(), context);

        var answer = await north.TryOptOutAsync(Bert.Form(), context);

        answer.Code().ShouldBe(nameof(CommandRefusal.IdempotencyKeyWasUsedForAnotherCommand));
        answer.IsRefused.ShouldBeTrue();
    }

    [Fact]
    public async Task OptOut_UnderAKeyOfAnotherKindOfCommand_IsRefused()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        var optOut = await north.OptOutAsync(Ann.Form());
        var asked = (await north.AskAsync(optOut.OptOutId)).Value!;
        var context = gate.Context("officer");
        (await north.Consent(optOut.OptOutId).ConfirmWithdrawal(context, asked.RequestId)).Refusal.ShouldBeNull();

        var answer = await north.TryOptOutAsync(Bert.Form(), context);

        answer.Code().ShouldBe(nameof(CommandRefusal.IdempotencyKeyWasUsedForAnotherCommand));
    }

    [Fact]
    public async Task Confirmation_UnderAUsedKey_IsRefused()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        var (first, second) = (await north.OptOutAsync(Ann.Form()), await north.OptOutAsync(Bert.Form()));
        var (ann, bert) = ((await north.AskAsync(first.OptOutId)).Value!, (await north.AskAsync(second.OptOutId)).Value!);
        var context = gate.Context("officer");
        (await north.Consent(first.OptOutId).ConfirmWithdrawal(context, ann.RequestId)).Refusal.ShouldBeNull();

        var answer = await north.Consent(second.OptOutId).ConfirmWithdrawal(context, bert.RequestId);

        answer.Code().ShouldBe(nameof(CommandRefusal.IdempotencyKeyWasUsedForAnotherCommand));
        (await north.Consent(second.OptOutId).View(north.Id)).Value!.InForce.ShouldBeTrue();
    }

    [Fact]
    public async Task Confirmation_SentTwiceUnderOneKey_GetsTheFirstAnswer()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        var optOut = await north.OptOutAsync(Ann.Form());
        var asked = (await north.AskAsync(optOut.OptOutId)).Value!;
        var context = gate.Context("officer");

        var first = await north.Consent(optOut.OptOutId).ConfirmWithdrawal(context, asked.RequestId);
        var second = await north.Consent(optOut.OptOutId).ConfirmWithdrawal(context, asked.RequestId);

        second.Value!.Withdrawn.ShouldBe(first.Value!.Withdrawn);
        second.Value!.IsOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task Request_UnderAKeyOfARequestForAnotherOptOut_IsRefused()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        var (first, second) = (await north.OptOutAsync(Ann.Form()), await north.OptOutAsync(Bert.Form()));
        var context = gate.Context("nurse");
        (await north.AskAsync(first.OptOutId, context: context)).Refusal.ShouldBeNull();

        (await north.AskAsync(second.OptOutId, context: context)).Code().ShouldBe(nameof(CommandRefusal.IdempotencyKeyWasUsedForAnotherCommand));
    }

    [Fact]
    public async Task OptOut_OfTheSameIdentityByTheSamePractice_IsTheSameOptOut()
    {
        await using var gate = await GateHost.StartAsync();
        var (north, south) = (await gate.PracticeAsync("north"), await gate.PracticeAsync("south"));

        var first = await north.OptOutAsync(Ann.Form());
        var again = await north.OptOutAsync(Ann.Form());
        var elsewhere = await south.OptOutAsync(Ann.Form());

        again.ShouldBe(first with { Repeated = true });
        elsewhere.OptOutId.ShouldNotBe(first.OptOutId);
        elsewhere.Sequence.ShouldBe(2);
    }

    [Fact]
    public async Task OptOut_ThatWasThereAlreadySentAgainUnderItsKeyAfterTheWithdrawal_EntersNobodyAnew()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        var first = await north.OptOutAsync(Ann.Form());
        var context = gate.Context();
        await north.OptOutAsync(Ann.Form(), context);
        (await north.WithdrawAsync(first.OptOutId, Ann.Form())).Refusal.ShouldBeNull();

        var again = await north.OptOutAsync(Ann.Form(), context);

        (again.OptOutId, again.InForce).ShouldBe((first.OptOutId, false));
        (await north.LoadAsync(Ann.Patient("a"))).Accepted.ShouldBe(1);
    }

    [Fact]
    public async Task OptOut_OfSomebodyElseUnderAKeyThatWasAnsweredBefore_IsRefused()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.OptOutAsync(Ann.Form());
        var context = gate.Context();
        await north.OptOutAsync(Ann.Form(), context);

        (await north.TryOptOutAsync(Bert.Form(), context)).Code().ShouldBe(nameof(CommandRefusal.IdempotencyKeyWasUsedForAnotherCommand));
    }
}
