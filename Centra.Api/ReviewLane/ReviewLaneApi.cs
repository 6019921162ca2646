using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.ReviewLane;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans;

namespace Centra.Api.ReviewLane;

/// <summary>The review lane of privacy officers, and what practices say to it.</summary>
internal static class ReviewLaneApi
{
    private const int PageSize = 100;

    public static void MapReviewLane(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/review-lane").WithTags("Review lane");
        group.MapGet("/", ListAsync).RequireAuthorization(Policies.DecideReviews).WithSummary("Items that wait for an officer");
        group.MapPost("/{id}/ask", (string id, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
            DecideAsync(id, ReviewVerdict.AskPractice, caller, request, grains, ids)).RequireAuthorization(Policies.DecideReviews).WithSummary("Ask the practice that holds the form").Refuses(GateRefusals.Review);
        group.MapPost("/{id}/same", (string id, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
            DecideAsync(id, ReviewVerdict.Same, caller, request, grains, ids)).RequireAuthorization(Policies.DecideReviews).WithSummary("It is the person that opted out").Refuses(GateRefusals.Review);
        group.MapPost("/{id}/someone-else", (string id, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
            DecideAsync(id, ReviewVerdict.SomeoneElse, caller, request, grains, ids)).RequireAuthorization(Policies.DecideReviews).WithSummary("It is someone else: proposed by one officer, decided by a second").Refuses(GateRefusals.Review);
        group.MapGet("/questions", QuestionsAsync).RequireAuthorization(Policies.AnswerQuestions).WithSummary("Questions to the practice that holds the form");
        group.MapPost("/{id}/answer", AnswerAsync).RequireAuthorization(Policies.AnswerQuestions).WithSummary("Answer: same, different or unknown").Refuses(GateRefusals.Answer);
        api.MapPost("/disputes", DisputeAsync).WithTags("Review lane").RequireAuthorization(Policies.OptOut).WithSummary("This patient of ours did not opt out").Refuses(GateRefusals.Dispute);
    }

    private static async Task<Ok<ReviewPage>> ListAsync(string? state, string? practice, string? after, Vault vault)
    {
        var wanted = Enum.TryParse<ReviewState>(state, ignoreCase: true, out var parsed) ? parsed : ReviewState.Open;
        var items = await vault.Database.ReadAsync(async session =>
        {
            var views = new List<ReviewItemView>();
            foreach (var row in await ReviewItems.ListAsync(session, wanted, practice, after ?? "", PageSize))
                views.Add(await Reviewing.ViewAsync(session, row));
            return views;
        });
        return TypedResults.Ok(new ReviewPage(items, items.Count == PageSize ? items[^1].ItemId : null));
    }

    private static async Task<Results<Ok<ReviewItemView>, ProblemHttpResult>> DecideAsync(
        string id, ReviewVerdict verdict, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
        (await grains.GetGrain<IReviewItemGrain>($"review/{id}").Decide(caller.Command(request, $"review-{verdict}-{id}", ids), verdict)).ToHttp();

    // Neither practice learns the other's name: what is asked is the reference on the form that this practice holds.
    private static async Task<Ok<ReviewPage>> QuestionsAsync(Caller caller, Vault vault)
    {
        return TypedResults.Ok(new ReviewPage(await Reviewing.QuestionsAsync(vault, caller.PracticeId!), null));
    }

    private static async Task<Results<Ok<ReviewItemView>, ProblemHttpResult>> AnswerAsync(
        string id, PracticeAnswer body, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids)
    {
        var answer = Enum.TryParse<ReviewAnswer>(body.Answer, ignoreCase: true, out var parsed) ? parsed : ReviewAnswer.None;
        return (await grains.GetGrain<IReviewItemGrain>($"review/{id}").Answer(caller.Command(request, $"answer-{id}", ids), caller.PracticeId!, answer)).ToHttp();
    }

    private static async Task<Results<Ok<DisputeOpened>, ProblemHttpResult>> DisputeAsync(Caller caller, HttpRequest request, Disputing disputing) =>
        (await disputing.OpenAsync(caller.PracticeId!, await Bodies.ReadAsync(request))).Map(items => new DisputeOpened(items)).ToHttp();
}

/// <summary>Items, and from where to read on.</summary>
internal sealed record ReviewPage(IReadOnlyList<ReviewItemView> Items, string? Next);

/// <summary>same, different or unknown.</summary>
internal sealed record PracticeAnswer(string? Answer);

/// <summary>How many items a dispute opened.</summary>
internal sealed record DisputeOpened(int Items);
