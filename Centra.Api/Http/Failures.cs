using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Centra.Register;
using Centra.Silo;
using Centra.Storage;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Npgsql;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Centra.Api.Http;

/// <summary>What broke, as problem+json without a word of content. The log gets the type and the trace, never the request.</summary>
internal sealed partial class Failures(IProblemDetailsService problems, IOptions<JsonOptions> json, ILogger<Failures> log) : IExceptionHandler
{
    /// <inheritdoc/>
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken) =>
        TellAsync(httpContext, IsOfTheRoute(exception, out var refused) ? Malformed(httpContext, refused) : ProblemOf(exception));

    // What the route could not bind; the server's own exceptions about a body are of a derived type.
    private static bool IsOfTheRoute(Exception exception, [NotNullWhen(true)] out BadHttpRequestException? refused) =>
        (refused = exception as BadHttpRequestException) is not null && exception.GetType() == typeof(BadHttpRequestException);

    private ProblemDetails Malformed(HttpContext http, BadHttpRequestException refused)
    {
        var plain = PlainProblem.Of(refused.StatusCode) ?? PlainProblem.Malformed;
        var field = refused.InnerException is JsonException error ? BodyField.Of(http, error, json.Value.SerializerOptions) : "";
        return (field.Length == 0 ? plain : plain with { Detail = $"{plain.Detail} It is about the field {field}." }).ToDetails();
    }

    private ProblemDetails ProblemOf(Exception exception)
    {
        var refusal = exception switch
        {
            StorageUnavailableException => RequestRefusal.StorageIsUnavailable.Because(exception.Message + " Nothing of this was kept; send it again later."),
            JournalException or RegisterOutOfStepException => RegisterRefusal.RegisterIsUnavailable.Because(),
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Ingest.LimitRefusal.BodyIsTooLarge.Because(),
            LongKeyException => RequestRefusal.IdempotencyKeyIsTooLong.Because(),
            BadHttpRequestException or System.Text.Json.JsonException or InvalidDataException => RequestRefusal.BodyIsUnreadable.Because(),
            _ when IsNul(exception) => CommandRefusal.TextHasANulCharacter.Because(),
            _ => RequestRefusal.OutcomeIsUnknown.Because(),
        };
        if (SiloHosting.IsOfALostSilo(exception))
            LogLost(exception.GetType().Name);
        else if (refusal.Code == nameof(RequestRefusal.OutcomeIsUnknown) && !IsOfTheConnection(exception))
            LogBroken(string.Join(" < ", Causes(exception).Select(cause => cause.GetType().FullName)), string.Join(Environment.NewLine, Causes(exception).Select(cause => cause.StackTrace)));
        return Answers.ProblemOf(refusal);
    }

    private async ValueTask<bool> TellAsync(HttpContext httpContext, ProblemDetails problem)
    {
        httpContext.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
    }

    // The framework logs nothing of what is handled here. An exception's message may hold content; its type and its trace never do.
    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            yield return cause;
    }

    [LoggerMessage(1, LogLevel.Error, "A request failed: {Types}\n{Traces}")]
    private partial void LogBroken(string types, string traces);

    [LoggerMessage(2, LogLevel.Warning, "A silo did not answer ({Type}): whoever asked was told to ask again")]
    private partial void LogLost(string type);

    // Cut off by whoever sent it, or at the end by the service: a reader may see that before the request is marked as aborted.
    private static bool IsOfTheConnection(Exception exception) => Causes(exception).OfType<Microsoft.AspNetCore.Connections.ConnectionAbortedException>().Any();

    // PostgreSQL's refusal of a text with a NUL character, in a filter or in what is to be kept.
    private static bool IsNul(Exception? error) => error is not null && (error is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire } || IsNul(error.InnerException));
}
