using Centra.Storage;
using Microsoft.AspNetCore.Identity;

namespace Centra.Api.People;

/// <summary>
/// What a password has to be: long, not one of those tried first, not the e-mail. No rules of composition: they make passwords worse
/// (NIST SP 800-63B).
/// </summary>
internal sealed class PasswordRules : IPasswordValidator<User>
{
    /// <summary>Characters of the shortest.</summary>
    public const int Shortest = 12;

    /// <summary>Characters of the longest.</summary>
    public const int Longest = 200;

    private const int LeastBesideName = 6;

    /// <summary>The rules, each as the end of a sentence that begins with "A password".</summary>
    public static IReadOnlyList<string> InWords { get; } =
    [
        $"has {Shortest} to {Longest} characters: three or four words that nobody would guess are a good one",
        "is none of those that are tried first",
        "is not made of your e-mail address",
        "differs from the one before it",
    ];

    /// <summary>What is wrong with a password, or null.</summary>
    public static AccountRefusal? Check(string password, string email)
    {
        if (password.Length is < Shortest or > Longest)
            return AccountRefusal.PasswordLengthIsWrong;
        if (IsEmail(password, email))
            return AccountRefusal.PasswordIsTheEmail;
        return CommonPasswords.Include(password) ? AccountRefusal.PasswordIsTooCommon : null;
    }

    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) => Task.FromResult(
        Check(password ?? "", user.Email ?? "") is { } wrong
            ? IdentityResult.Failed(new IdentityError { Code = wrong.ToString(), Description = wrong.Because().Detail })
            : IdentityResult.Success);

    private static bool IsEmail(string password, string email)
    {
        var name = email.Split('@')[0];
        return password.Contains(email, StringComparison.OrdinalIgnoreCase)
            || (name.Length >= 4 && password.Replace(name, "", StringComparison.OrdinalIgnoreCase).Length < LeastBesideName);
    }
}
