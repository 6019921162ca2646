using System.Collections.Immutable;
using Centra.Access;
using Centra.People;
using Centra.Tests.People;

namespace Centra.Tests.Access;

public class AccessRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonView Holder = new("user", PersonStanding.Active, null, [Roles.DataSteward], [], "The society", new DateOnly(2025, 9, 1), null);

    [Theory]
    [InlineData(0, "2025-03-03", null)]
    [InlineData(12, "2025-03-03", null)]
    [InlineData(12, "2025-03-02", nameof(AccessRefusal.TrainingIsMissing))]
    public void Give_NeedsATrainingWithinTwelveMonths(int months, string trained, string? code) =>
        LookGrantRules.Decide(LookGrantState.None, new GiveLookGrant(["legal"], Now.AddMonths(months).AddMinutes(months == 0 ? 1 : 0)), "officer", Holder with { TrainedOn = DateOnly.Parse(trained) }, Now)
            .Refusal?.Code.ShouldBe(code);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(366 * 24 * 60)]
    public void Give_NotWithinTwelveMonths_IsRefused(int minutes) =>
        LookGrantRules.Decide(LookGrantState.None, new GiveLookGrant(["legal"], Now.AddMinutes(minutes)), "officer", Holder, Now).ShouldBeRefused(AccessRefusal.GrantPeriodIsWrong);

    [Fact]
    public void MayLook_OnlyForItsPurposesUntilItsEnd()
    {
        var grant = Grant(Now.AddDays(1));

        LookGrantRules.MayLook(grant, "legal", null, Now).ShouldBeNull();
        LookGrantRules.MayLook(grant, "incident", null, Now)!.Code.ShouldBe(nameof(AccessRefusal.LookNeedsGrant));
        LookGrantRules.MayLook(grant, "legal", null, Now.AddDays(1))!.Code.ShouldBe(nameof(AccessRefusal.LookNeedsGrant));
        LookGrantRules.MayLook(LookGrantState.None, "legal", null, Now)!.Code.ShouldBe(nameof(AccessRefusal.LookNeedsGrant));
    }

    [Fact]
    public void MayLook_AfterAReset_OnlyOnceRecertifiedSince()
    {
        var grant = Grant(Now.AddMonths(1));
        var again = LookGrantRules.Apply(grant, new LookGrantRecertified(Now.AddMonths(2), "E", default, "officer", Now.AddHours(2)));

        LookGrantRules.MayLook(grant, "legal", Now.AddHours(1), Now.AddHours(3))!.Code.ShouldBe(nameof(AccessRefusal.GrantNeedsRecertification));
        LookGrantRules.MayLook(again, "legal", Now.AddHours(1), Now.AddHours(3)).ShouldBeNull();
    }

    [Fact]
    public void Recertify_ByTheHolderOrOfNothing_IsRefused()
    {
        LookGrantRules.Decide(Grant(Now.AddMonths(1)), new RecertifyLookGrant(Now.AddMonths(2)), "user", Holder, Now).ShouldBeRefused(AccessRefusal.NobodyGrantsThemselves);
        LookGrantRules.Decide(LookGrantState.None, new RecertifyLookGrant(Now.AddMonths(2)), "officer", Holder, Now).ShouldBeRefused(AccessRefusal.GrantNotFound);
    }

    [Fact]
    public void Glass_ReviewedWhileItLasts_StaysOpen_ObjectedTo_DoesNot()
    {
        var broken = BreakGlassRules.Apply(BreakGlassState.None, new GlassBroken("user", "legal", Now, Now.AddHours(1), Now.AddDays(2)));
        var reviewed = BreakGlassRules.Apply(broken, new BreakGlassReviewed(ReviewOutcome.Reviewed, "officer", Now));
        var objected = BreakGlassRules.Apply(broken, new BreakGlassReviewed(ReviewOutcome.Objected, "officer", Now));

        BreakGlassRules.MayLook(reviewed, "user", "legal", Now).ShouldBeNull();
        BreakGlassRules.MayLook(objected, "user", "legal", Now)!.Code.ShouldBe(nameof(AccessRefusal.BreakGlassHasEnded));
    }

    [Fact]
    public void Disclosure_EveryCommandInEveryStage_IsDecided()
    {
        var proposed = new ProposeDisclosure("north", DisclosureBasis.Law, new string('b', 64), default);
        var expected = new Dictionary<(DisclosureStage, string), string>
        {
            [(DisclosureStage.None, "propose")] = nameof(DisclosureProposed),
            [(DisclosureStage.None, "approve")] = nameof(AccessRefusal.DisclosureNotFound),
            [(DisclosureStage.None, "deliver")] = nameof(AccessRefusal.DisclosureNotFound),
            [(DisclosureStage.Proposed, "propose")] = "",
            [(DisclosureStage.Proposed, "approve")] = nameof(DisclosureApproved),
            [(DisclosureStage.Proposed, "deliver")] = nameof(AccessRefusal.DisclosureIsNotApproved),
            [(DisclosureStage.Approved, "propose")] = "",
            [(DisclosureStage.Approved, "approve")] = "",
            [(DisclosureStage.Approved, "deliver")] = nameof(DisclosureDelivered),
            [(DisclosureStage.Delivered, "propose")] = "",
            [(DisclosureStage.Delivered, "approve")] = "",
            [(DisclosureStage.Delivered, "deliver")] = "",
        };
        var commands = new (string Name, DisclosureCommand Command)[] { ("propose", proposed), ("approve", new ApproveDisclosure()), ("deliver", new DeliverDisclosure()) };

        foreach (var stage in Enum.GetValues<DisclosureStage>())
        {
            foreach (var (name, command) in commands)
                Said(DisclosureRules.Decide(DisclosureState.None with { Stage = stage, ProposedBy = "one" }, command, "two", Now)).ShouldBe(expected[(stage, name)], $"{name} in {stage}");
        }
    }

    [Fact]
    public void Purposes_AreAVersionedListOfDistinctPurposesThatShowSomething()
    {
        Purposes.Current.Version.ShouldBe(1);
        Purposes.Current.Items.Select(purpose => purpose.Id).ShouldBeUnique();
        Purposes.Current.Items.ShouldAllBe(purpose => purpose.Fields.Length > 0 && !purpose.Shows(PatientField.None));
        Purposes.Find(Purposes.MatchingReview)!.Shows(PatientField.Records).ShouldBeFalse();
    }

    private static string Said<T>(Result<ImmutableArray<T>> decided) => decided.Refusal?.Code ?? string.Join(' ', decided.Value.Select(happened => happened!.GetType().Name));

    private static LookGrantState Grant(DateTimeOffset until) => LookGrantRules.Apply(LookGrantState.None, new LookGrantGiven(["legal"], until, "E", default, "officer", Now));
}
