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
    private static readonly Enum[] Always = [RegisterRefusal.GateIsNotReady, RequestRefusal.OutcomeIsUnknown, RequestRefusal.StorageIsUnavailable, CommandRefusal.TextHasANulCharacter];

    private static readonly Enum[] OfCommands =
    [
        CommandRefusal.IdempotencyKeyWasUsedForAnotherCommand, RequestRefusal.IdempotencyKeyIsTooLong, RequestRefusal.EncodingIsNotTaken, RequestRefusal.BodyIsUnreadable,
        LimitRefusal.BodyIsTooLarge, CommandRefusal.TextIsTooLong,
    ];

    /// <summary>Those that are the same wherever they occur: described once, and referred to.</summary>
    public static IReadOnlyDictionary<string, ProblemDetails> Shared { get; } =
        new[] { PlainProblem.Malformed, PlainProblem.NotAuthenticated, PlainProblem.PasswordMustBeChanged, PlainProblem.MediaTypeNotTaken }.Select(plain => plain.ToDetails())
        .Concat(OfCommands.Union(Always).Select(code => Answers.ProblemOf(code.Because()))).ToDictionary(problem => problem.Title!);

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
