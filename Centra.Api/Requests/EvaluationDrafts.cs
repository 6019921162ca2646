using System.Text.Json;
using System.Text.Json.Serialization;
using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Requests;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans;

namespace Centra.Api.Requests;

/// <summary>What a reviewer has written so far, kept for them alone. It is no evaluation: it counts for nothing, and nobody else is shown it.</summary>
internal static class EvaluationDrafts
{
    // An evaluation with every field as long as it may be is shorter.
    private const int Longest = 500_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static void Map(IEndpointRouteBuilder group)
    {
        group.MapPut("/{id}/evaluation/draft", KeepAsync).RequireAuthorization(Policies.EvaluateRequests).WithSummary("Keep what is written of an evaluation; the same again changes nothing")
            .Refuses(DataRequestRefusal.RequestNotFound, DataRequestRefusal.NotTheCallersPart, DataRequestRefusal.StageDoesNotAllowThis, RequestRefusal.BodyIsUnreadable);
        group.MapGet("/{id}/evaluation/draft", ReadAsync).RequireAuthorization(Policies.EvaluateRequests).WithSummary("What the caller has written of an evaluation and not handed in; 204 where that is nothing")
            .Refuses(DataRequestRefusal.RequestNotFound, DataRequestRefusal.NotTheCallersPart);
    }

    /// <summary>Somebody's own; null where there is none.</summary>
    public static async Task<KeptDraft?> FindAsync(string id, string userId, ReadStore read) =>
        await read.Database.ReadAsync(session => ScoreSheet.FindAsync(session, id, userId)) is (var sheet, var at)
            ? new KeptDraft(JsonSerializer.Deserialize<EvaluationDraft>(sheet, Json)!, Listing.Time(at)) : null;

    private static async Task<Results<Ok<KeptDraft>, NoContent, ProblemHttpResult>> ReadAsync(string id, Caller caller, HttpResponse response, IGrainFactory grains, ReadStore read)
    {
        response.Headers.CacheControl = "no-store";
        if (await RefusalAsync(id, caller, grains) is { } refusal && refusal.Code != nameof(DataRequestRefusal.StageDoesNotAllowThis))
            return refusal.ToProblem();
        return await FindAsync(id, caller.Actor.Id, read) is { } kept ? TypedResults.Ok(kept) : TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> KeepAsync(string id, EvaluationDraft draft, Caller caller, IGrainFactory grains, ReadStore read)
    {
        if (await RefusalAsync(id, caller, grains) is { } refusal)
            return refusal.ToProblem();
        var sheet = JsonSerializer.Serialize(draft, Json);
        if (sheet.Length > Longest)
            return RequestRefusal.BodyIsUnreadable.Because("This is longer than any evaluation.").ToProblem();
        await read.Database.WriteAsync(Fence.None, session => ScoreSheet.KeepAsync(session, id, caller.Actor.Id, sheet, caller.At.ToUnixTimeMilliseconds()));
        return TypedResults.NoContent();
    }

    // Whoever may evaluate now may write; the request itself says who that is.
    private static async Task<Refusal?> RefusalAsync(string id, Caller caller, IGrainFactory grains)
    {
        var view = await RequestRoutes.Grain(grains, id).View(caller.Actor.Id);
        if (view.IsRefused)
            return view.Refusal;
        var evaluating = view.Value.Actions.FirstOrDefault(action => action.Command is RequestCommandKind.Evaluate);
        return evaluating is null ? DataRequestRefusal.NotTheCallersPart.Because()
            : evaluating.IsAllowed ? null : DataRequestRefusal.StageDoesNotAllowThis.Because(evaluating.Why ?? "");
    }
}
