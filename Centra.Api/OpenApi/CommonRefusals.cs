using Centra.Api.Http;
using Centra.Api.Ingest;
using Centra.Register;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Centra.Api.OpenApi;

/// <summary>What many routes refuse alike, from what they are: who may call, whether they take a body, whether they change something.</summary>
internal static class CommonRefusals
{
    private static readonly Enum[] Always = [RegisterRefusal.GateIsNotReady, RequestRefusal.OutcomeIsUnknown, RequestRefusal.StorageIsUnavailable];

    private static readonly Enum[] OfCommands =
    [
        CommandRefusal.IdempotencyKeyWasUsedForAnotherCommand, RequestRefusal.IdempotencyKeyIsTooLong, RequestRefusal.EncodingIsNotTaken, RequestRefusal.BodyIsUnreadable,
        LimitRefusal.BodyIsTooLarge,
    ];

    /// <summary>All of a route with this metadata.</summary>
    public static IEnumerable<ProblemDetails> Of(IList<object> metadata, string? method)
    {
        yield return PlainProblem.Malformed.ToDetails();
        foreach (var plain in metadata.OfType<IAllowAnonymous>().Any() ? [] : OfCallers(metadata))
            yield return plain.ToDetails();
        if (metadata.OfType<IAcceptsMetadata>().Any())
            yield return PlainProblem.MediaTypeNotTaken.ToDetails();
        foreach (var code in HttpMethods.IsGet(method ?? "") ? Always : [.. OfCommands, .. Always])
            yield return Answers.ProblemOf(code.Because());
    }

    private static IEnumerable<PlainProblem> OfCallers(IList<object> metadata) =>
        [PlainProblem.NotAuthenticated, PlainProblem.NotAllowed(metadata.OfType<IAuthorizeData>().LastOrDefault()?.Policy), PlainProblem.PasswordMustBeChanged];
}
