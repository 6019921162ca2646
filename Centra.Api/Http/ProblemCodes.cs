using Centra.Api.Portal;
using Centra.Api.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;

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
        var plain = Of(problem.Status ?? context.HttpContext.Response.StatusCode, context.HttpContext);
        problem.Extensions[Code] = problem.Title = plain.Code;
        problem.Detail ??= plain.Detail;
    }

    private static PlainProblem Of(int status, HttpContext context) => status switch
    {
        StatusCodes.Status403Forbidden when context.User.HasClaim(claim => claim.Type == SignedInPeople.OneTimeClaim) => PlainProblem.PasswordMustBeChanged,
        StatusCodes.Status403Forbidden => PlainProblem.NotAllowed(context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>()?.Policy),
        >= 500 => new PlainProblem(status, nameof(RequestRefusal.OutcomeIsUnknown), "Something went wrong."),
        _ => PlainProblem.Of(status) ?? new PlainProblem(status, "Refused", "The request was refused."),
    };
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
        return new ValueTask(context.HttpContext.Response.WriteAsJsonAsync(context.ProblemDetails, options: null, contentType: "application/problem+json"));
    }
}

/// <summary>
/// Writes problems as pages to browsers that asked for one. It is asked before the framework's own writer: browsers take anything at a pinch, and to
/// that one anything means JSON.
/// </summary>
internal sealed class ProblemPages : IProblemDetailsWriter
{
    /// <inheritdoc/>
    public bool CanWrite(ProblemDetailsContext context) => !context.HttpContext.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && context.HttpContext.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        ProblemCodes.Add(context);
        var (http, status) = (context.HttpContext, context.HttpContext.Response.StatusCode);
        var page = new RazorComponentResult<Message>(new { Visitor = await Visitor.BindAsync(http), Title = Titles.GetValueOrDefault(status, "That did not work"), Text = context.ProblemDetails.Detail ?? "" }) { StatusCode = status };
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
    public static IServiceCollection AddProblemCodes(this IServiceCollection services)
    {
        services.Insert(0, ServiceDescriptor.Singleton<IProblemDetailsWriter, ProblemPages>());
        return services.Configure<ProblemDetailsOptions>(options => options.CustomizeProblemDetails = ProblemCodes.Add).AddSingleton<IProblemDetailsWriter, ProblemWriter>();
    }
}
