using Centra.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Centra.Api.People;

/// <summary>Answers of ASP.NET Core Identity as refusals.</summary>
internal static class IdentityAnswers
{
    /// <summary>Why not, or null where it succeeded.</summary>
    public static Refusal? Refusal(this IdentityResult result) => result.Succeeded ? null
        : Enum.TryParse<AccountRefusal>(result.Errors.First().Code, out var known) ? known.Because()
        : result.Errors.Any(error => error.Code is "DuplicateEmail" or "DuplicateUserName") ? AccountRefusal.EmailIsTaken.Because()
        : result.Errors.Any(error => error.Code is "InvalidEmail" or "InvalidUserName") ? AccountRefusal.EmailIsWrong.Because()
        : AccountRefusal.AccountChangedMeanwhile.Because();

    /// <summary>204, or why not.</summary>
    public static Results<NoContent, ProblemHttpResult> ToHttp(this IdentityResult result) =>
        result.Refusal() is { } refusal ? refusal.ToProblem() : TypedResults.NoContent();
}
