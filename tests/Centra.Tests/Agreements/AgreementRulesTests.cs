using Centra.Agreements;
using static Centra.Tests.Agreements.AgreementStory;
using static Centra.Tests.Agreements.SampleAgreements;

namespace Centra.Tests.Agreements;

public class AgreementRulesTests
{
    private static readonly RequestChanges Asked = new([new ClauseComment("safeguards", "How?"), new ClauseComment(ClauseComment.Cost, "Less, please.")]);

    [Fact]
    public void Issued_SignedAndCountersigned_IsExecutedFromThatDayForItsTerm()
    {
        var story = Issued().By("official", Sign()).By("signatory", Counter());
        story.Facts.ShouldBe(new AgreementFacts(1, HashOf(1), true, false, Today, new DateOnly(2029, 2, 28), 1602m, 1, false));
    }

    [Fact]
    public void SignedInTheEvening_StartsOnTheDayOfTheSocietysZone() =>
        Issued().By("official", Sign(Now.AddHours(12)), Now.AddHours(12)).By("signatory", Counter(Now.AddHours(13)), Now.AddHours(13)).Facts.Starts.ShouldBe(Today, "04:00 in UTC is still yesterday in New York");

    [Fact]
    public void FormerVersion_Signed_IsRefused() =>
        Issued().By("manager", Revise()).By("official", Sign(version: 1)).Code.ShouldBe(nameof(AgreementRefusal.AgreementHasChanged));

    [Fact]
    public void Revised_AfterASignature_VoidsIt()
    {
        var story = Issued().By("official", Sign()).By("manager", new ReviseAgreement(Estimated(900m, 2), "A lower fee."));
        story.Facts.ShouldBe(new AgreementFacts(2, HashOf(2), false, false, null, null, null, 2, false));
        story.By("signatory", Counter(version: 2)).Code.ShouldBe(nameof(AgreementRefusal.InstitutionHasNotSigned));
        story.By("official", Sign(version: 2)).By("signatory", Counter(version: 2)).Facts.AcceptedEstimate.ShouldBe(900m);
    }

    [Theory]
    [InlineData("official", nameof(AgreementRefusal.SignersMustDiffer))]
    [InlineData("manager", nameof(AgreementRefusal.IssuerMayNotCountersign))]
    [InlineData("second-manager", nameof(AgreementRefusal.IssuerMayNotCountersign))]
    [InlineData("signatory", "taken")]
    public void Countersigned_ByWhom(string actor, string code) =>
        Issued().By("second-manager", Revise()).By("official", Sign(version: 2)).By(actor, Counter(version: 2)).Code.ShouldBe(code);

    [Theory]
    [InlineData(-301, nameof(AgreementRefusal.AuthenticationIsTooOld))]
    [InlineData(-300, "taken")]
    [InlineData(0, "taken")]
    [InlineData(61, nameof(AgreementRefusal.AuthenticationIsTooOld))]
    public void Signed_SomeTimeAfterTheSignIn(int seconds, string code) => Issued().By("official", Sign(Now.AddSeconds(seconds))).Code.ShouldBe(code);

    [Fact]
    public void SignedTwice_IsRefused()
    {
        Issued().By("official", Sign()).By("official", Sign()).Code.ShouldBe(nameof(AgreementRefusal.InstitutionHasSignedAlready));
        Executed().By("signatory", Counter()).Code.ShouldBe(nameof(AgreementRefusal.AgreementIsExecuted));
        Executed().By("manager", Revise()).Code.ShouldBe(nameof(AgreementRefusal.AgreementIsExecuted));
    }

    [Fact]
    public void Signature_WithoutAName_IsRefused() =>
        Issued().By("official", Sign() with { FullName = " " }).Code.ShouldBe(nameof(AgreementRefusal.SignatureIsIncomplete));

    [Fact]
    public void ChangesAskedFor_StopSigningUntilTheyAreAnswered()
    {
        var story = Issued().By("pi", Asked);
        story.Facts.HasOpenChangeRequest.ShouldBeTrue();
        story.By("official", Sign()).Code.ShouldBe(nameof(AgreementRefusal.ChangesAreRequested));
        story.By("manager", new AnswerChanges("As Exhibit A says.")).By("official", Sign()).Code.ShouldBe("taken");
        story.By("manager", Revise()).By("official", Sign(version: 2)).Code.ShouldBe("taken");
        Issued().By("manager", new AnswerChanges("?")).Code.ShouldBe(nameof(AgreementRefusal.NoChangesAreRequested));
        Issued().By("pi", new RequestChanges([new ClauseComment("nowhere", "?")])).Code.ShouldBe(nameof(AgreementRefusal.ClauseIsUnknown));
        Issued().By("pi", new RequestChanges([])).Code.ShouldBe(nameof(AgreementRefusal.WordsAreWrong));
    }

    [Fact]
    public void Scan_AttestedByTwo_CountsAsTheOfficialsSignature()
    {
        var story = Issued().By("clerk", Scan()).By("clerk", Attested());
        story.Facts.AcceptedEstimate.ShouldBeNull();
        story.By("clerk", Attested()).Code.ShouldBe(nameof(AgreementRefusal.AttestationNeedsAnotherPerson));
        story.By("official", Attested()).Code.ShouldBe(nameof(AgreementRefusal.SignerMayNotAttest));
        story.By("steward", Attested() with { ScanSha256 = HashOf(99) }).Code.ShouldBe(nameof(AgreementRefusal.ScanHasChanged));
        var signed = story.By("steward", Attested());
        signed.State.SignatureOf(SignatureParty.Institution)!.ScanSha256.ShouldBe(Scan().ScanSha256);
        signed.By("official", Counter()).Code.ShouldBe(nameof(AgreementRefusal.SignersMustDiffer));
        signed.By("signatory", Counter()).Facts.IsFullyExecuted.ShouldBeTrue();
    }

    [Fact]
    public void Scan_OfAFormerVersionOrReplaced_CountsNothing()
    {
        var replaced = Issued().By("clerk", Scan()).By("clerk", Attested()).By("clerk", Scan() with { ScanSha256 = HashOf(51) });
        replaced.State.Scan!.AttestedBy.ShouldBeEmpty();
        Issued().By("clerk", Scan()).By("manager", Revise()).By("clerk", Attested()).Code.ShouldBe(nameof(AgreementRefusal.AgreementHasChanged));
        Issued().By("clerk", Scan() with { SignedOn = Today.AddDays(1) }).Code.ShouldBe(nameof(AgreementRefusal.ScanIsIncomplete));
        Issued().By("clerk", Scan() with { ScanSha256 = "none" }).Code.ShouldBe(nameof(AgreementRefusal.ScanIsIncomplete));
        Issued().By("clerk", Attested()).Code.ShouldBe(nameof(AgreementRefusal.NoScanIsAttached));
    }

    [Fact]
    public void LastDay_EndsAtMidnightOfTheSocietysZone()
    {
        var (before, after) = (new DateTimeOffset(2027, 5, 31, 3, 59, 0, TimeSpan.Zero), new DateTimeOffset(2027, 5, 31, 4, 0, 0, TimeSpan.Zero));
        Issued().By("clock", new LapseAgreement(), before).Code.ShouldBe(nameof(AgreementRefusal.AgreementHasNotLapsed));
        Issued().By("official", Sign(before), before).Code.ShouldBe("taken");
        Issued().By("official", Sign(after), after).Code.ShouldBe(nameof(AgreementRefusal.OfferHasEnded));
        Issued().By("clock", new LapseAgreement(), after).Facts.IsDeclined.ShouldBeTrue();
        Issued().By("official", Sign()).By("clock", new LapseAgreement(), after).Code.ShouldBe(nameof(AgreementRefusal.AgreementHasNotLapsed));
        Issued().By("pi", Asked).By("clock", new LapseAgreement(), after).Code.ShouldBe(nameof(AgreementRefusal.AgreementHasNotLapsed));
    }

    [Fact]
    public void Offer_OfARequestThatEnded_EndsSignedOrNot()
    {
        foreach (var open in new[] { Issued(), Issued().By("official", Sign()), Issued().By("pi", Asked) })
        {
            open.By("service", new EndOffer("withdrawn")).State.Standing.ShouldBe(AgreementStanding.Ended);
            open.By("service", new EndOffer("withdrawn")).Facts.IsDeclined.ShouldBeTrue();
            open.By("service", new EndOffer("withdrawn")).By("signatory", Counter()).Code.ShouldBe(nameof(AgreementRefusal.AgreementHasEnded));
        }
        Issued().By("official", Sign()).By("signatory", Counter()).By("service", new EndOffer("withdrawn")).Code.ShouldBe(nameof(AgreementRefusal.AgreementIsExecuted));
    }

    [Fact]
    public void Changes_AnsweredAfterTheLastDay_NeedANewVersion()
    {
        var late = new DateTimeOffset(2027, 5, 31, 4, 0, 0, TimeSpan.Zero);
        Issued().By("pi", Asked).By("manager", new AnswerChanges("It stays."), late).Code.ShouldBe(nameof(AgreementRefusal.OfferHasEnded));
        Issued().By("pi", Asked).By("manager", new AnswerChanges("It stays."), late.AddMinutes(-1)).Code.ShouldBe("taken");
    }

    [Fact]
    public void Declined_IsTheEnd()
    {
        var story = Issued().By("pi", new DeclineAgreement("We cannot accept the cost."));
        story.Facts.IsDeclined.ShouldBeTrue();
        story.By("official", Sign()).Code.ShouldBe(nameof(AgreementRefusal.AgreementHasEnded));
        Issued().By("pi", new DeclineAgreement("")).Code.ShouldBe(nameof(AgreementRefusal.WordsAreWrong));
    }

    [Fact]
    public void Nothing_IsDoneBeforeTheFirstVersion()
    {
        Begin().By("official", Sign()).Code.ShouldBe(nameof(AgreementRefusal.AgreementNotFound));
        Issued().By("manager", new IssueAgreement(Content)).Code.ShouldBe(nameof(AgreementRefusal.AgreementWasIssuedAlready));
        Begin().Facts.ShouldBe(new AgreementFacts(0, null, false, false, null, null, null, 0, false));
    }

    public static TheoryData<string, AgreementContent> Incomplete => new()
    {
        { "title", Content with { Title = "" } },
        { "datasets", Content with { Datasets = [] } },
        { "variables", Content with { Datasets = [Content.Datasets[0] with { Variables = [] }] } },
        { "add up", Content with { Cost = Content.Cost with { Total = 1m } } },
        { "decimals", Content with { Cost = new AgreementCost(1, [new AgreementCostLine("x", 1.005m)], 1.005m, "USD") } },
        { "past", Content with { OpenUntil = Today.AddDays(-1) } },
        { "zone", Content with { Zone = "Nowhere/Else" } },
        { "months", Content with { TermMonths = 0 } },
        { "institution", Content with { Institution = null! } },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void IncompleteContent_IsRefusedAndSaysWhat(string what, AgreementContent content)
    {
        var story = Begin().By("manager", new IssueAgreement(content));
        story.Code.ShouldBe(nameof(AgreementRefusal.ContentIsIncomplete));
        story.Refusal!.Detail.ShouldContain(what);
    }
}
