using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Centra.Api.Http;

/// <summary>Results of grains as HTTP. The one place where a kind of refusal becomes a status.</summary>
internal static class Answers
{
    /// <summary>200 with the value, or the refusal as problem+json.</summary>
    public static Results<Ok<T>, ProblemHttpResult> ToHttp<T>(this Result<T> result) =>
        result.IsRefused ? result.Refusal.ToProblem() : TypedResults.Ok(result.Value);

    /// <summary>201 with the value and where it can be read, or the refusal.</summary>
    public static Results<Created<T>, ProblemHttpResult> ToCreated<T>(this Result<T> result, Func<T, string> location) =>
        result.IsRefused ? result.Refusal.ToProblem() : TypedResults.Created(location(result.Value), result.Value);

    /// <summary>A refusal as problem+json (RFC 9457) with its stable code.</summary>
    public static ProblemHttpResult ToProblem(this Refusal refusal) => TypedResults.Problem(ProblemOf(refusal));

    /// <summary>The document of a refusal.</summary>
    public static ProblemDetails ProblemOf(Refusal refusal) => new()
    {
        Status = StatusOf(refusal.Kind),
        Title = refusal.Code,
        Detail = refusal.Detail,
        Extensions = { ["code"] = refusal.Code },
    };

    /// <summary>The status of a kind of refusal.</summary>
    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        RefusalKind.None => throw new ArgumentOutOfRangeException(nameof(kind), "A refusal without a kind is a bug."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
