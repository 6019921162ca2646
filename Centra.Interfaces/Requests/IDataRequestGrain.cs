using System.Collections.Immutable;
using Orleans;
using Orleans.Concurrency;

namespace Centra.Requests;

/// <summary>A data request, from its draft to its close-out. Key: <c>request/ID</c>. The only way by which anything about it is commanded.</summary>
[Alias("centra.requests.request")]
public interface IDataRequestGrain : IRecordedGrain
{
    /// <summary>
    /// Carries out a command, once. Who may send which in which stage stands in the table of requests.md; whoever may not see the request is told
    /// that there is none. Commands of the agreement, ledger and release are checked here and carried on.
    /// </summary>
    [Alias("handle")]
    Task<Result<RequestAnswer>> Handle(CommandContext context, RequestCommand command);

    /// <summary>The request as this person may see it, with what they may do now. Refused with <see cref="DataRequestRefusal.RequestNotFound"/>.</summary>
    [ReadOnly, Alias("view")]
    Task<Result<RequestView>> View(string userId);

    /// <summary>Whether this person may download now: asked again and again while bytes leave. The refusal is that of the download itself.</summary>
    [ReadOnly, Alias("may-download")]
    Task<Result<Done>> MayDownload(string userId);

    /// <summary>Why the request stands where it stands, as this person may know it.</summary>
    [ReadOnly, Alias("explain")]
    Task<Result<RequestExplanation>> Explain(string userId);

    /// <summary>Which of these people could be assigned as reviewers now, and why not the others; for a request manager, others are told that it is not their part.</summary>
    [ReadOnly, Alias("candidates")]
    Task<Result<ImmutableArray<CandidateView>>> Candidates(string userId, ImmutableArray<string> reviewers);

    /// <summary>The content of an application for a copy of it, by somebody of its team.</summary>
    [ReadOnly, Alias("copy")]
    Task<Result<ApplicationCopy>> Copy(string userId, RequestKind kind);
}

/// <summary>What a command is answered with: where the request stands after it.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="DocumentVersion">The version of agreement, estimate or release that the command made, if it made one.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.answer-done")]
public sealed record RequestAnswer([property: Id(0)] string RequestId, [property: Id(1)] RequestStage Stage, [property: Id(2)] int? DocumentVersion = null);
