using Centra.Api.Portal;
using Centra.Api.Security;
using Centra.Practices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Centra.Api.Http;

/// <summary>Gives every problem a stable code, also those that the framework answers by itself.</summary>
internal static class ProblemCodes
{
    private const string Code = "code";

    public static void Add(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Extensions.ContainsKey(Code))
            return;
        var (code, detail) = Of(problem.Status ?? context.HttpContext.Response.StatusCode, context.HttpContext);
        problem.Extensions[Code] = problem.Title = code;
        problem.Detail ??= detail;
    }

    private static (string Code, string Detail) Of(int status, HttpContext context) => status switch
    {
        StatusCodes.Status400BadRequest => ("RequestIsMalformed", "The request cannot be read as what this route takes."),
        StatusCodes.Status401Unauthorized => ("NotAuthenticated", "This needs a valid token or API key: Authorization: Bearer ..."),
        StatusCodes.Status403Forbidden when context.User.HasClaim(claim => claim.Type == SignedInPeople.OneTimeClaim) =>
            ("PasswordMustBeChanged", "This password is good for one thing: choose your own with POST /api/account/password."),
        StatusCodes.Status403Forbidden => ("NotAllowed", WhoMay(context)),
        StatusCodes.Status404NotFound => ("NotFound", "There is nothing here."),
        StatusCodes.Status405MethodNotAllowed => ("MethodNotAllowed", "This route does not take this method; the Allow header names those that it takes."),
        StatusCodes.Status413PayloadTooLarge => ("BodyIsTooLarge", "The body is larger than this route takes."),
        StatusCodes.Status415UnsupportedMediaType => ("MediaTypeNotTaken", "This route does not take a body of this content type."),
        StatusCodes.Status429TooManyRequests => ("TooManyAttempts", "Too many attempts; the Retry-After header says when to try again."),
        >= 500 => ("OutcomeIsUnknown", "Something went wrong."),
        _ => ("Refused", "The request was refused."),
    };

    // Policies are public; whoever is refused is told what would have passed.
    private static string WhoMay(HttpContext context)
    {
        var policy = context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>()?.Policy;
        if (policy is null || !PolicyTable.All.TryGetValue(policy, out var rule))
            return "The caller may not do this.";
        var roles = rule.Roles.Length == 0 ? "" : $"one of the roles {string.Join(", ", rule.Roles)}";
        var scope = rule.Scope is KeyScopes.None ? "" : $"an API key with the scope {ApiKeys.NameOf(rule.Scope)}";
        return $"The caller may not do this. It needs {string.Join(", or ", new[] { roles, scope }.Where(part => part.Length > 0))}.";
    }
}

/// <summary>Writes problems as JSON also to callers that asked for something else, such as CSV: an error in a form they did not expect is better than an empty one.</summary>
internal sealed class ProblemWriter : IProblemDetailsWriter
{
    /// <inheritdoc/>
    public bool CanWrite(ProblemDetailsContext context) => true;

    /// <inheritdoc/>
    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        ProblemCodes.Add(context);
        var http = context.HttpContext;
        return new ValueTask(IsForAPerson(http.Request)
            ? PageAsync(http, context.ProblemDetails)
            : http.Response.WriteAsJsonAsync(context.ProblemDetails, options: null, contentType: "application/problem+json"));
    }

    // A browser that asked for a page gets one.
    private static bool IsForAPerson(HttpRequest request) => !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static async Task PageAsync(HttpContext http, ProblemDetails problem)
    {
        var status = http.Response.StatusCode;
        var page = new RazorComponentResult<Message>(new { Visitor = await Visitor.BindAsync(http), Title = Titles.GetValueOrDefault(status, "That did not work"), Text = problem.Detail ?? "" }) { StatusCode = status };
        await page.ExecuteAsync(http);
    }

    private static readonly Dictionary<int, string> Titles = new()
    {
        [StatusCodes.Status404NotFound] = "Nothing here",
        [StatusCodes.Status403Forbidden] = "Not for you",
        [StatusCodes.Status503ServiceUnavailable] = "Not available now",
    };
}

/// <summary>Problems, as services.</summary>
internal static class ProblemServices
{
    public static IServiceCollection AddProblemCodes(this IServiceCollection services) => services
        .Configure<ProblemDetailsOptions>(options => options.CustomizeProblemDetails = ProblemCodes.Add)
        .AddSingleton<IProblemDetailsWriter, ProblemWriter>();
}
