using Centra.Api.People;

namespace Centra.Service.Tests.People;

public class PasswordRulesTests
{
    [Theory]
    [InlineData("elevenchars")]
    [InlineData("")]
    public void Password_Short_IsRefused(string password) => PasswordRules.Check(password, "a@b.org").ShouldBe(AccountRefusal.PasswordLengthIsWrong);

    [Theory]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd!2026")]
    [InlineData("Passw0rdPassw0rd")]
    [InlineData("Welcome2026!!")]
    [InlineData("123456789012")]
    [InlineData("qwertyuiop123")]
    [InlineData("qwertyuiopas")]
    [InlineData("abcdefghijkl")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("121212121212")]
    [InlineData("Summer-2026-Summer")]
    [InlineData("CancerResearch1")]
    [InlineData("letmeinletmein")]
    public void Password_TriedFirst_IsRefused(string password) => PasswordRules.Check(password, "a@b.org").ShouldBe(AccountRefusal.PasswordIsTooCommon);

    [Theory]
    [InlineData("maria.lopez@society.org")]
    [InlineData("xMARIA.LOPEZ@society.orgx")]
    [InlineData("maria.lopez12")]
    public void Password_MadeOfTheEmail_IsRefused(string password) =>
        PasswordRules.Check(password, "maria.lopez@society.org").ShouldBe(AccountRefusal.PasswordIsTheEmail);

    [Theory]
    [InlineData("three tall lamps sing")]
    [InlineData("onlylowercaselettersarefine")]
    [InlineData("7z8m1-nxt6x-6wfq3-m0m5g")]
    [InlineData("ünïcödé wörds åre fine")]
    [InlineData("password of an owl in a boat")]
    public void Password_Long_IsTakenWithoutRulesOfComposition(string password) => PasswordRules.Check(password, "a@b.org").ShouldBeNull();
}
