using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.People;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans;

namespace Centra.Api.People;

/// <summary>Users and their roles. Operators govern them, two for a role; see Centra.Grains/People/README.md.</summary>
internal static class AdminApi
{
    public static void MapAdmin(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/admin/users").WithTags("Administration");
        group.MapPost("/", AdmitAsync).RequireAuthorization(Policies.GovernPeople).WithSummary("Admit a person; the one-time password is shown once").Sends<AdmitPerson>().Refuses(AccountRefusals.Admit);
        group.MapGet("/", ListAsync).RequireAuthorization(Policies.SeePeople).WithSummary("People");
        group.MapGet("/{id}", ViewAsync).RequireAuthorization(Policies.SeePeople).WithSummary("A person").Refuses(PersonRefusal.PersonNotFound);
        group.MapPost("/{id}/disable", DisableAsync).RequireAuthorization(Policies.GovernPeople).WithSummary("Out at once").Sends<DisablePerson>();
        group.MapPost("/{id}/enable", (string id, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
            SendAsync(id, new EnablePerson(), caller, request, grains, ids)).RequireAuthorization(Policies.GovernPeople).WithSummary("In again").Sends<EnablePerson>();
        group.MapPost("/{id}/unlock", async (string id, Caller caller, HttpRequest request, Resetting resetting, IdSource ids) =>
            Done(await resetting.UnlockAsync(caller.Command(request, $"unlock-{id}", ids), id)))
            .RequireAuthorization(Policies.GovernPeople).WithSummary("End a lockout").Sends<NoteCredentials>();
        group.MapPost("/{id}/reset-password", async Task<Results<Ok<OneTimePassword>, ProblemHttpResult>> (string id, Caller caller, HttpRequest request, Resetting resetting, IdSource ids) =>
            (await resetting.PasswordAsync(caller.Command(request, $"reset-password-{id}", ids), id)).ToHttp())
            .RequireAuthorization(Policies.GovernPeople).WithSummary("A new one-time password, shown once").Sends<NoteCredentials>().Refuses(AccountRefusal.AccountChangedMeanwhile);
        group.MapPost("/{id}/reset-totp", async (string id, Caller caller, HttpRequest request, Resetting resetting, IdSource ids) =>
            Done(await resetting.SecondFactorAsync(caller.Command(request, $"reset-totp-{id}", ids), id)))
            .RequireAuthorization(Policies.GovernPeople).WithSummary("Take a lost second factor away").Sends<NoteCredentials>().Refuses(AccountRefusal.AccountChangedMeanwhile);
        group.MapPost("/{id}/training", (string id, TrainingNote body, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
            SendAsync(id, new RecordTraining(body.Employer ?? "", body.TrainedOn ?? DateOnly.MaxValue), caller, request, grains, ids))
            .RequireAuthorization(Policies.RecordTraining).WithSummary("Employer and training").Sends<RecordTraining>();
        group.MapPost("/{id}/roles", (string id, RoleName body, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
            SendAsync(id, new ProposeRole(body.Role ?? ""), caller, request, grains, ids))
            .RequireAuthorization(Policies.GovernPeople).WithSummary("Propose a role").Sends<ProposeRole>();
        group.MapPost("/{id}/roles/{role}/approve", (string id, string role, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
            SendAsync(id, new ApproveRole(role), caller, request, grains, ids))
            .RequireAuthorization(Policies.GovernPeople).WithSummary("Approve a role that another operator proposed").Sends<ApproveRole>();
        group.MapDelete("/{id}/roles/{role}", (string id, string role, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
            SendAsync(id, new RemoveRole(role), caller, request, grains, ids))
            .RequireAuthorization(Policies.GovernPeople).WithSummary("Take a role away, or drop its proposal").Sends<RemoveRole>();
    }

    private static async Task<Results<Created<AdmittedPerson>, ProblemHttpResult>> AdmitAsync(NewPerson body, Caller caller, HttpRequest request, Admitting admitting, IdSource ids)
    {
        var context = caller.Command(request, "admit-person", ids);
        var userId = $"user-{context.Id.Value:n}"[..25];
        var admitted = await admitting.AdmitAsync(context, userId, body, OneTimePasswords.New(ids), isOneTime: true);
        return admitted.ToCreated(answer => $"/api/admin/users/{answer.Person.UserId}");
    }

    private static async Task<IResult> ListAsync([AsParameters] PeopleQuery query, HttpContext http, ReadStore read)
    {
        var page = await PageAsync(query, read);
        return PersonItem.Answer(http, page);
    }

    /// <summary>A page of the list.</summary>
    public static async Task<Page<PersonItem>> PageAsync(PeopleQuery query, ReadStore read)
    {
        var most = Listing.Limit(query.Limit);
        var sort = query.Sort is { } asked && PeopleList.Sorts.Contains(asked) ? asked : "email";
        var filter = new PeopleFilter(Enum.TryParse<PersonStanding>(query.Standing, ignoreCase: true, out var standing) ? standing.ToString() : query.Standing, query.Practice, query.Role, query.Proposed ?? false);
        var rows = await read.Database.ReadAsync(session => PeopleList.PageAsync(session, filter, sort, query.After ?? "", most));
        return new Page<PersonItem>([.. rows.Select(PersonItem.Of)], rows.Count == most ? rows[^1].UserId : null);
    }

    private static async Task<Results<Ok<PersonDetails>, ProblemHttpResult>> ViewAsync(string id, IGrainFactory grains, ReadStore read)
    {
        var row = await read.Database.ReadAsync(session => PeopleList.FindAsync(session, id));
        return row is null
            ? PersonRefusal.PersonNotFound.Because().ToProblem()
            : (await Grain(grains, id).View()).Map(person => new PersonDetails(PersonItem.Of(row), person)).ToHttp();
    }

    private static async Task<Results<Ok<PersonView>, ProblemHttpResult>> DisableAsync(string id, Caller caller, HttpRequest request, IGrainFactory grains, Resetting resetting, IdSource ids)
    {
        var answer = await SendAsync(id, new DisablePerson(), caller, request, grains, ids);
        if (answer.Result is Ok<PersonView>)
            await resetting.EndSessionsAsync(id);
        return answer;
    }

    private static async Task<Results<Ok<PersonView>, ProblemHttpResult>> SendAsync(string id, PersonCommand command, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
        (await Grain(grains, id).Handle(caller.Command(request, $"{command.GetType().Name}-{id}", ids), command)).ToHttp();

    private static Results<NoContent, ProblemHttpResult> Done(Refusal? refusal) => refusal is null ? TypedResults.NoContent() : refusal.ToProblem();

    private static IPersonGrain Grain(IGrainFactory grains, string id) => grains.GetGrain<IPersonGrain>($"person/{id}");
}
