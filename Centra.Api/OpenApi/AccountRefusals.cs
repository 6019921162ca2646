using Centra.Api.People;

namespace Centra.Api.OpenApi;

/// <summary>What routes about accounts refuse, where it is more than what a command names. Tests hold it against the compiled code.</summary>
internal static class AccountRefusals
{
    /// <summary>Choosing another password.</summary>
    public static IEnumerable<Enum> Password { get; } =
    [
        AccountRefusal.PasswordIsWrong, AccountRefusal.PasswordIsTheSame, AccountRefusal.PasswordLengthIsWrong, AccountRefusal.PasswordIsTooCommon,
        AccountRefusal.PasswordIsTheEmail, AccountRefusal.AccountChangedMeanwhile,
    ];

    /// <summary>Setting a second factor up.</summary>
    public static IEnumerable<Enum> ConfirmTotp { get; } =
        [AccountRefusal.TotpIsSetAlready, AccountRefusal.TotpIsNotSet, AccountRefusal.TotpCodeIsWrong, AccountRefusal.AccountChangedMeanwhile];

    /// <summary>Taking it away.</summary>
    public static IEnumerable<Enum> RemoveTotp { get; } =
        [AccountRefusal.TotpIsNotSet, AccountRefusal.PasswordIsWrong, AccountRefusal.TotpCodeIsWrong, AccountRefusal.AccountChangedMeanwhile];

    /// <summary>Admitting a person, besides what the command names.</summary>
    public static IEnumerable<Enum> Admit { get; } = [AccountRefusal.EmailIsWrong, AccountRefusal.DisplayNameIsWrong, AccountRefusal.EmailIsTaken];
}
