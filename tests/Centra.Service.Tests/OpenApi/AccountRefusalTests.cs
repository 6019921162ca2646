using System.Reflection;
using Centra.Api.OpenApi;
using Centra.Api.People;

namespace Centra.Service.Tests.OpenApi;

/// <summary>Routes about accounts name what the compiled code behind them may refuse, and nothing that it never does.</summary>
public class AccountRefusalTests
{
    // Identity's answers are read in one place for all: of an account that is there the address is not asked again, and one that is made has nobody beside it.
    private static readonly Enum[] Made = [AccountRefusal.AccountChangedMeanwhile];
    private static readonly Enum[] There = [AccountRefusal.EmailIsTaken, AccountRefusal.EmailIsWrong];

    private static readonly Dictionary<string, (IEnumerable<Enum> Named, MethodBase Way, Enum[] Never)> Routes = new()
    {
        ["password"] = (AccountRefusals.Password, Of<OwnPasswords>("ChangeAsync"), There),
        ["begin"] = ([AccountRefusal.TotpIsSetAlready, AccountRefusal.AccountChangedMeanwhile], Of<SecondFactors>("BeginAsync"), There),
        ["confirm"] = (AccountRefusals.ConfirmTotp, Of<SecondFactors>("ConfirmAsync"), There),
        ["remove"] = (AccountRefusals.RemoveTotp, Of<SecondFactors>("RemoveAsync"), There),
        ["admit"] = (AccountRefusals.Admit, Of<Admitting>("AdmitAsync"), Made),
        ["reset password"] = ([Centra.People.PersonRefusal.PersonNotFound, AccountRefusal.AccountChangedMeanwhile], Of<Resetting>("PasswordAsync"), There),
        ["reset totp"] = ([Centra.People.PersonRefusal.PersonNotFound, AccountRefusal.AccountChangedMeanwhile], Of<Resetting>("SecondFactorAsync"), There),
        ["unlock"] = ([Centra.People.PersonRefusal.PersonNotFound], Of<Resetting>("UnlockAsync"), []),
    };

    public static TheoryData<string> Names => [.. Routes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void RefusalsOfARoute_AreThoseOfItsCode(string route)
    {
        var (named, way, never) = Routes[route];

        RuleRefusals.Of(way).Except(never).ShouldBe(named, ignoreOrder: true, route);
    }

    private static MethodInfo Of<T>(string name) => typeof(T).GetMethod(name)!;
}
