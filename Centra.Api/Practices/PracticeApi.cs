using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Practices;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Orleans;

namespace Centra.Api.Practices;

/// <summary>Practices: their standing is governed by privacy officers, their keys are their own.</summary>
internal static class PracticeApi
{
    public static void MapPractices(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/practices").WithTags("Practices");
        group.MapPost("/", JoinAsync).RequireAuthorization(Policies.GovernPractices).WithSummary("A practice joins").Sends<JoinPractice>();
        group.MapPost("/{id}/agreement", AgreementAsync).RequireAuthorization(Policies.GovernPractices).WithSummary("A business associate agreement was signed").Sends<RecordAgreement>();
        group.MapPost("/{id}/activate", (string id, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
            SendAsync(id, new Activate(), caller, request, grains, ids)).RequireAuthorization(Policies.GovernPractices).WithSummary("The practice begins to send").Sends<Activate>();
        group.MapPost("/{id}/leave", (string id, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
            SendAsync(id, new BeginLeaving(), caller, request, grains, ids)).RequireAuthorization(Policies.GovernPractices).WithSummary("The practice leaves").Sends<BeginLeaving>();
        group.MapPost("/{id}/attest", (string id, Attest attest, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
            SendOwnAsync(id, attest, caller, request, grains, ids)).RequireAuthorization(Policies.RunOwnPractice).WithSummary("Attest that patients are informed").Sends<Attest>();
        group.MapPost("/{id}/keys", IssueKeyAsync).RequireAuthorization(Policies.RunOwnPractice).WithSummary("A new API key, shown once").Sends<IssueKey>();
        group.MapDelete("/{id}/keys/{key}", (string id, string key, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
            SendOwnAsync(id, new RevokeKey(key), caller, request, grains, ids)).RequireAuthorization(Policies.RunOwnPractice).WithSummary("Revoke an API key").Sends<RevokeKey>();
        group.MapGet("/", ListAsync).RequireAuthorization(Policies.GovernPractices).WithSummary("All practices");
        group.MapGet("/{id}", ViewAsync).RequireAuthorization(Policies.SeePractices).WithSummary("A practice").Refuses(PracticeRefusal.PracticeNotFound);
    }

    private static async Task<Results<Created<PracticeView>, ProblemHttpResult>> JoinAsync(
        JoinPractice join, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids)
    {
        var context = caller.Command(request, "join-practice", ids);
        var id = $"practice-{context.Id.Value:n}"[..21];
        return (await Grain(grains, id).Handle(context, join)).ToCreated(view => $"/api/practices/{view.PracticeId}");
    }

    private static Task<Results<Ok<PracticeView>, ProblemHttpResult>> AgreementAsync(
        string id, RecordAgreement agreement, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
        SendAsync(id, agreement, caller, request, grains, ids);

    private static async Task<Results<Ok<IssuedKey>, ProblemHttpResult>> IssueKeyAsync(
        string id, NewKey key, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids)
    {
        if (caller.PracticeId != id)
            return PracticeRefusal.PracticeNotFound.Because().ToProblem();
        return (await IssueAsync(id, key, caller.Command(request, "issue-key", ids), grains, ids)).ToHttp();
    }

    /// <summary>Issues a key, for the practice's own people.</summary>
    public static async Task<Result<IssuedKey>> IssueAsync(string id, NewKey key, CommandContext context, IGrainFactory grains, IdSource ids)
    {
        var issued = ApiKeys.New(id, ids);
        var command = new IssueKey(issued.KeyId, key.Label ?? "", ApiKeys.ScopesOf(key.Scopes), issued.SecretSha256);
        return (await Grain(grains, id).Handle(context, command)).Map(_ => new IssuedKey(issued.KeyId, issued.Text));
    }

    private static async Task<IResult> ListAsync(string? standing, string? after, int? limit, HttpContext http, ReadStore read)
    {
        var page = await PageAsync(standing, after, limit, read);
        return Listing.Answer(http, page,
            ("practiceId", row => row.PracticeId), ("name", row => row.Name), ("standing", row => row.Standing), ("agreementUntil", row => row.AgreementUntil));
    }

    /// <summary>A page of the list.</summary>
    public static async Task<Page<PracticeRow>> PageAsync(string? standing, string? after, int? limit, ReadStore read)
    {
        var most = Listing.Limit(limit);
        var rows = await read.Database.ReadAsync(async session =>
        {
            await using var context = ReadContext.Over(session);
            return await context.Practices.AsNoTracking()
                .Where(row => (standing == null || row.Standing == standing) && row.PracticeId.CompareTo(after ?? "") > 0)
                .OrderBy(row => row.PracticeId).Take(most).ToListAsync();
        });
        return new Page<PracticeRow>(rows, rows.Count == most ? rows[^1].PracticeId : null);
    }

    private static async Task<Results<Ok<PracticeView>, ProblemHttpResult>> ViewAsync(string id, Caller caller, IGrainFactory grains) =>
        caller.PracticeId is { } own && own != id ? PracticeRefusal.PracticeNotFound.Because().ToProblem() : (await Grain(grains, id).View()).ToHttp();

    private static async Task<Results<Ok<PracticeView>, ProblemHttpResult>> SendOwnAsync(
        string id, PracticeCommand command, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
        caller.PracticeId == id ? await SendAsync(id, command, caller, request, grains, ids) : PracticeRefusal.PracticeNotFound.Because().ToProblem();

    private static async Task<Results<Ok<PracticeView>, ProblemHttpResult>> SendAsync(
        string id, PracticeCommand command, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
        (await Grain(grains, id).Handle(caller.Command(request, $"{command.GetType().Name}-{id}", ids), command)).ToHttp();

    private static IPracticeGrain Grain(IGrainFactory grains, string id) => grains.GetGrain<IPracticeGrain>($"practice/{id}");
}

/// <summary>A key to be issued.</summary>
/// <param name="Label">What it is for.</param>
/// <param name="Scopes">ingest, screen, opt-out, read.</param>
internal sealed record NewKey(string? Label, string[]? Scopes);

/// <summary>A key as it is shown once.</summary>
internal sealed record IssuedKey(string KeyId, string ApiKey);
