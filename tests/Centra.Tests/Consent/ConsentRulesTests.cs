using Centra.Consent;
using Centra.Storage;

namespace Centra.Tests.Consent;

public class ConsentRulesTests
{
    private static readonly DateTimeOffset Received = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly HashedIdentity Identity = new([1], [], [], [1, 2], 1);

    [Theory]
    [InlineData(null, 0, null)]
    [InlineData("2026-03-02", 32, null)]
    [InlineData("2026-03-03", 0, null)]
    [InlineData("2026-03-04", 0, nameof(ConsentRefusal.FormDateIsWrong))]
    [InlineData("2026-02-30", 0, nameof(ConsentRefusal.FormDateIsWrong))]
    [InlineData("02/03/2026", 0, nameof(ConsentRefusal.FormDateIsWrong))]
    [InlineData("", 0, nameof(ConsentRefusal.FormDateIsWrong))]
    [InlineData(null, 31, nameof(ConsentRefusal.FormIsMissing))]
    [InlineData(null, 33, nameof(ConsentRefusal.FormIsMissing))]
    public void Check_OfAnOptOut_LooksAtTheForm(string? formDate, int digest, string? code) =>
        (ConsentRules.Check(Command() with { FormDate = formDate, FormSha256 = [.. new byte[digest]] })?.Code).ShouldBe(code);

    [Theory]
    [InlineData("north", 1, 2, true)]
    [InlineData("south", 1, 2, false)]
    [InlineData("north", 1, 3, false)]
    public void IsRepeat_OnlyOfTheSameIdentityByTheSamePractice(string practice, byte first, byte second, bool expected) =>
        ConsentRules.IsRepeat(Command(), Row() with { PracticeId = practice, TokenSet = [first, second] }).ShouldBe(expected);

    // Kind, whose opt-out (null: none), withdrawn, form digest length, with identity.
    [Theory]
    [InlineData(WithdrawalKind.Correction, null, false, 0, false, nameof(ConsentRefusal.OptOutNotFound))]
    [InlineData(WithdrawalKind.Reinstatement, null, false, 32, true, nameof(ConsentRefusal.OptOutNotFound))]
    [InlineData(WithdrawalKind.Correction, "south", false, 0, false, nameof(ConsentRefusal.OptOutNotFound))]
    [InlineData(WithdrawalKind.Correction, "south", true, 0, false, nameof(ConsentRefusal.OptOutNotFound))]
    [InlineData(WithdrawalKind.Correction, "north", false, 0, false, null)]
    [InlineData(WithdrawalKind.Correction, "north", true, 0, false, nameof(ConsentRefusal.OptOutIsNotInForce))]
    [InlineData(WithdrawalKind.Reinstatement, "south", false, 32, true, null)]
    [InlineData(WithdrawalKind.Reinstatement, "south", true, 32, true, nameof(ConsentRefusal.OptOutIsNotInForce))]
    [InlineData(WithdrawalKind.Reinstatement, "north", false, 0, true, nameof(ConsentRefusal.FormIsMissing))]
    [InlineData(WithdrawalKind.Reinstatement, "north", false, 32, false, nameof(ConsentRefusal.IdentityTooThin))]
    public void Check_OfARequestToWithdraw(WithdrawalKind kind, string? holder, bool withdrawn, int digest, bool identity, string? code)
    {
        var command = new AskWithdrawalCommand(Context("nurse"), "north", kind, identity ? Identity : null, [.. new byte[digest]]);
        var row = holder is null ? null : Row() with { PracticeId = holder, WithdrawnBy = withdrawn ? 9 : null };

        (ConsentRules.Check(command, row)?.Code).ShouldBe(code);
    }

    [Theory]
    [InlineData(false, "o1", false, "officer", nameof(ConsentRefusal.RequestNotFound))]
    [InlineData(true, "o1", false, "officer", null)]
    [InlineData(true, "o1", false, "nurse", nameof(ConsentRefusal.SamePersonTwice))]
    [InlineData(true, "o2", false, "officer", nameof(ConsentRefusal.RequestNotFound))]
    [InlineData(true, "o1", true, "officer", nameof(ConsentRefusal.RequestNotFound))]
    public void Check_OfAConfirmation(bool there, string optOut, bool confirmed, string officer, string? code)
    {
        var request = new WithdrawalRequestRow("r1", default, "o1", "north", WithdrawalReason.EnteredInError, "1", null, null, null, "nurse", 1, null, confirmed ? 5 : null, "");

        (ConsentRules.Check(there ? request : null, optOut, new Actor(officer, null))?.Code).ShouldBe(code);
    }

    // People in the file, own patients concerned, live patients.
    [Theory]
    [InlineData(200, 10, 100, false)]
    [InlineData(201, 0, 100, true)]
    [InlineData(5, 11, 100, true)]
    [InlineData(5, 10, 0, false)]
    [InlineData(50, 20, 2_000, false)]
    [InlineData(50, 21, 2_000, true)]
    public void NeedsConfirmation_AboveTwoHundredPeopleOrOnePercent(int people, int own, long live, bool expected) =>
        ConsentRules.NeedsConfirmation(people, own, live).ShouldBe(expected);

    [Fact]
    public void BackupsUnreadableBy_IsTheDayAfterTheLastBackupOfTheKeysHasGone() => ConsentRules.BackupsUnreadableBy(Received).ShouldBe("2026-03-10");

    private static OptOutCommand Command() => new(Context("clerk"), "north", Identity, null, AskedBy.Self, [], Received);

    private static OptOutRow Row() => new(1, "o1", "north", null, 1, 1, 1, null, "ref", 1, 1, [], "{}", null, [1, 2]);

    private static CommandContext Context(string actor) => new(default, new Actor(actor, null));
}
