using System.Collections.Immutable;
using Centra.Institutions;

namespace Centra.Tests.Institutions;

public class InstitutionRulesTests
{
    private const string Ror = "05dxps055";
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly InstitutionState Listed = new("Harbor", "US", []);

    // Ids of the registry that are widely known, and the same with one character changed.
    [Theory]
    [InlineData("05dxps055", true)]
    [InlineData("03yrm5c26", true)]
    [InlineData("03vek6s52", true)]
    [InlineData("013meh722", true)]
    [InlineData("05dxps056", false)]
    [InlineData("05dxqs055", false)]
    [InlineData("15dxps055", false)]
    [InlineData("05dxps05", false)]
    [InlineData("05DXPS055", false)]
    [InlineData("0idxps055", false)]
    [InlineData(null, false)]
    public void RorId_IsValid_ByItsCheckDigits(string? ror, bool valid) => RorId.IsValid(ror).ShouldBe(valid);

    [Fact]
    public void RorId_ComesOutOfItsAddress() => RorId.Of(" https://ror.org/05DXPS055 ").ShouldBe(Ror);

    [Theory]
    [InlineData("Harbor", "US", null)]
    [InlineData("", "US", "InstitutionNameIsWrong")]
    [InlineData("Harbor", "USA", "CountryIsWrong")]
    [InlineData("Harbor", "us", "CountryIsWrong")]
    public void Listing_NeedsNameAndCountry(string name, string country, string? code) => (Decide(InstitutionState.None, new RecordInstitution(name, country)).Refusal?.Code).ShouldBe(code);

    [Fact]
    public void Listing_UnderAWrongId_IsRefused() =>
        InstitutionRules.Decide("05dxps056", InstitutionState.None, new RecordInstitution("Harbor", "US"), new InstitutionFacts(false), "manager", Now).Refusal!.Code.ShouldBe(nameof(InstitutionRefusal.RorIdIsWrong));

    [Fact]
    public void Verifying_AtNoInstitution_IsRefused() => Decide(InstitutionState.None, new VerifyOfficial("ann", "called")).Refusal!.Code.ShouldBe(nameof(InstitutionRefusal.InstitutionNotFound));

    [Fact]
    public void Verifying_Oneself_IsRefused() => Decide(Listed, new VerifyOfficial("manager", "called")).Refusal!.Code.ShouldBe(nameof(InstitutionRefusal.OfficialIsTheVerifier));

    [Fact]
    public void Verifying_WithoutTheRole_IsRefused() =>
        Decide(Listed, new VerifyOfficial("ann", "called"), hasRole: false).Refusal!.Code.ShouldBe(nameof(InstitutionRefusal.PersonIsNoSigningOfficial));

    [Fact]
    public void Verifying_WithoutEvidence_IsRefused() => Decide(Listed, new VerifyOfficial("ann", "")).Refusal!.Code.ShouldBe(nameof(InstitutionRefusal.EvidenceIsMissing));

    [Fact]
    public void Official_Verified_MaySignForAYear()
    {
        var view = new InstitutionView(Ror, "Harbor", "US", After(new VerifyOfficial("ann", "called")).Officials);

        view.MaySign("ann", Now.AddYears(1).AddTicks(-1)).ShouldBeTrue();
        view.MaySign("ann", Now.AddYears(1)).ShouldBeFalse();
        view.MaySign("bob", Now).ShouldBeFalse();
    }

    [Fact]
    public void Official_VerifiedAgain_IsThereOnce() => After(new VerifyOfficial("ann", "called"), new VerifyOfficial("ann", "called again")).Officials.Length.ShouldBe(1);

    [Fact]
    public void Official_Removed_IsGone()
    {
        After(new VerifyOfficial("ann", "called"), new RemoveOfficial("ann")).Officials.ShouldBeEmpty();
        Decide(Listed, new RemoveOfficial("ann")).Refusal!.Code.ShouldBe(nameof(InstitutionRefusal.OfficialNotFound));
    }

    private static Result<ImmutableArray<InstitutionEvent>> Decide(InstitutionState state, InstitutionCommand command, bool hasRole = true) =>
        InstitutionRules.Decide(Ror, state, command, new InstitutionFacts(hasRole), "manager", Now);

    private static InstitutionState After(params InstitutionCommand[] commands) =>
        commands.Aggregate(Listed, (state, command) => Decide(state, command).Value.Aggregate(state, InstitutionRules.Apply));
}
