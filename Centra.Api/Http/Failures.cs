using Centra.Register;
using Centra.Storage;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace Centra.Api.Http;

/// <summary>What broke, as problem+json without a word of content. The log gets the type and the trace, never the request.</summary>
internal sealed class Failures(IProblemDetailsService problems) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
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
        var problem = Answers.ProblemOf(refusal);
        httpContext.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
    }

    // PostgreSQL's refusal of a text with a NUL character, in a filter or in what is to be kept.
    private static bool IsNul(Exception? error) => error is not null && (error is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire } || IsNul(error.InnerException));
}
