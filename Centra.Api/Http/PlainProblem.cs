using Centra.Api.Security;
using Centra.Practices;
using Microsoft.AspNetCore.Mvc;

namespace Centra.Api.Http;

/// <summary>What the framework refuses by itself, with the code that it gets here.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Stable, named like those of refusals.</param>
/// <param name="Detail">A sentence for people.</param>
internal sealed record PlainProblem(int Status, string Code, string Detail)
{
    public static PlainProblem Malformed { get; } = new(400, "RequestIsMalformed", "The request cannot be read as what this route takes.");

    public static PlainProblem NotAuthenticated { get; } = new(401, "NotAuthenticated", "This needs a valid token or API key: Authorization: Bearer ...");

    public static PlainProblem PasswordMustBeChanged { get; } = new(403, "PasswordMustBeChanged", "This password is good for one thing: choose your own with POST /api/account/password.");

    public static PlainProblem NotFound { get; } = new(404, "NotFound", "There is nothing here.");

    public static PlainProblem MethodNotAllowed { get; } = new(405, "MethodNotAllowed", "This route does not take this method; the Allow header names those that it takes.");

    public static PlainProblem BodyIsTooLarge { get; } = new(413, "BodyIsTooLarge", "The body is larger than this route takes.");

    public static PlainProblem MediaTypeNotTaken { get; } = new(415, "MediaTypeNotTaken", "This route does not take a body of this content type.");

    public static PlainProblem TooManyAttempts { get; } = new(429, "TooManyAttempts", "Too many attempts; the Retry-After header says when to try again.");

    /// <summary>The problem of a status that somebody set without more words; null: there is none.</summary>
    public static PlainProblem? Of(int status) => All.FirstOrDefault(known => known.Status == status);

    /// <summary>The caller's roles or scope do not pass a policy. Policies are public; whoever is refused is told what would have passed.</summary>
    public static PlainProblem NotAllowed(string? policy) => new(403, "NotAllowed", WhoMay(policy));

    /// <summary>As a document.</summary>
    public ProblemDetails ToDetails() => new() { Status = Status, Title = Code, Detail = Detail, Extensions = { ["code"] = Code } };

    private static PlainProblem[] All { get; } = [Malformed, NotAuthenticated, NotFound, MethodNotAllowed, BodyIsTooLarge, MediaTypeNotTaken, TooManyAttempts];

    private static string WhoMay(string? policy)
    {
        if (policy is null || !PolicyTable.All.TryGetValue(policy, out var rule))
            return "The caller may not do this.";
        var roles = rule.Roles.Length == 0 ? "" : $"one of the roles {string.Join(", ", rule.Roles)}";
        var scope = rule.Scope is KeyScopes.None ? "" : $"an API key with the scope {ApiKeys.NameOf(rule.Scope)}";
        return $"The caller may not do this. It needs {string.Join(", or ", new[] { roles, scope }.Where(part => part.Length > 0))}.";
    }
}
