using Centra.Api.Http;
using Centra.Api.People;
using Centra.Api.Security;
using Centra.People;
using Centra.Storage;
using Microsoft.AspNetCore.Mvc;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>People and their roles. Passwords that are shown once come in the answer of a form of their own, never by way of an address.</summary>
internal static class PeoplePages
{
    public static void MapPeoplePages(this IEndpointRouteBuilder app)
    {
        var see = app.Pages("/people", Policies.SeePeople);
        see.MapGet("/", ListAsync);
        see.MapGet("/{id}", (string id, Visitor visitor, IGrainFactory grains, ReadStore read) => PersonAsync(id, visitor, grains, read, null, visitor.Call?.Refused?.Status));
        var govern = app.Pages("/people", Policies.GovernPeople);
        govern.MapGet("/admit", async (Visitor visitor, ReadStore read) => Results.Extensions.Page<AdmitPage>(new { Visitor = visitor, Form = new AdmitForm(), Practices = await PracticeChoices.OfAsync(read) }));
        govern.MapPost("/admit", AdmitAsync);
        govern.MapPost("/{id}/reset-password", ResetAsync);
    }

    private static async Task<IResult> ListAsync(string? role, string? standing, string? proposed, string? after, Visitor visitor, HttpRequest request, ReadStore read)
    {
        var page = await AdminApi.PageAsync(new PeopleQuery(standing.Filled(), null, role.Filled(), proposed is "true", null, after, null), read);
        var names = await Names.OfPracticesAsync(read, page.Items.Select(person => person.PracticeId));
        return Results.Extensions.Page<ListPage>(new
        {
            Visitor = visitor, Title = "People and roles", Tabs = visitor.Is(Roles.Operator) ? OperationPages.Tabs : [], Action = visitor.Is(Roles.Operator) ? ((string, string)?)("Admit a person", "/people/admit") : null,
            Filters = new ListFilter[]
            {
                new("role", "Role", role, [("", "All"), .. Roles.All.Select(one => (one, RoleWords.Of(one)))]), new("standing", "Standing", standing, [("", "All"), ("Active", "Active"), ("Disabled", "Disabled")]),
                new("proposed", "Roles proposed", proposed, [("", "With or without"), ("true", "Waiting for a second operator")]),
            },
            Table = new TableView("By e-mail", "Nobody.", ["Name", "E-mail", "Roles", "Proposed", "Practice", "Trained", "Standing"], [.. page.Items.Select(person => new Cell[]
            {
                new(person.DisplayName, $"/people/{person.UserId}"), person.Email, Named(person.Roles), Named(person.ProposedRoles), names.Practice(person.PracticeId), person.TrainedOn,
                person.Standing is PersonStanding.Active ? person.LockedOutUntil > visitor.Now ? "locked out" : "active" : "disabled",
            })]) { Next = request.Beyond(page.Next), Csv = request.Csv("/admin/users") },
        });
    }

    private static async Task<IResult> PersonAsync(string id, Visitor visitor, IGrainFactory grains, ReadStore read, string? password, int? status)
    {
        var row = await read.Database.ReadAsync(session => PeopleList.FindAsync(session, id));
        var view = await grains.GetGrain<IPersonGrain>($"person/{id}").View();
        if (row is null || view.IsRefused)
            return Results.Extensions.Page<Message>(new { Visitor = visitor, Title = "Not found", Text = PersonRefusal.PersonNotFound.Because().Detail }, StatusCodes.Status404NotFound);
        var names = await Names.OfAsync(read, view.Value.Proposals.Select(proposal => proposal.ProposedBy), [], [view.Value.PracticeId]);
        return Results.Extensions.Page<PersonPage>(new { Visitor = visitor, Row = row, View = view.Value, Names = names, Password = password }, status);
    }

    private static async Task<IResult> AdmitAsync([FromForm] AdmitForm form, Visitor visitor, Caller caller, Admitting admitting, IGrainFactory grains, ReadStore read, IdSource ids)
    {
        var context = new CommandContext(string.IsNullOrEmpty(form.Key) ? ids.NewCommandId() : CommandId.From(caller.Actor.Id, "admit-person", form.Key), caller.Actor);
        var userId = $"user-{context.Id.Value:n}"[..25];
        var admitted = await admitting.AdmitAsync(context, userId, new NewPerson(form.Email, form.DisplayName, form.Roles ?? [], form.PracticeId.Filled()), OneTimePasswords.New(ids), isOneTime: true);
        return admitted.IsRefused
            ? Results.Extensions.Page<AdmitPage>(new { Visitor = visitor, Form = form, Refusal = admitted.Refusal, Practices = await PracticeChoices.OfAsync(read) }, admitted.Refusal.Status())
            : Results.Extensions.Page<AdmitPage>(new { Visitor = visitor, Form = form, UserId = userId, Password = admitted.Value.OneTimePassword });
    }

    private static async Task<IResult> ResetAsync(string id, [FromForm] string? key, Visitor visitor, Caller caller, Resetting resetting, IGrainFactory grains, ReadStore read, IdSource ids)
    {
        var context = new CommandContext(string.IsNullOrEmpty(key) ? ids.NewCommandId() : CommandId.From(caller.Actor.Id, $"reset-password-{id}", key), caller.Actor);
        var reset = await resetting.PasswordAsync(context, id);
        return reset.IsRefused
            ? Results.Extensions.Page<Message>(new { Visitor = visitor, Title = "The password was not reset", Text = reset.Refusal.Detail }, reset.Refusal.Status())
            : await PersonAsync(id, visitor, grains, read, reset.Value.Text, null);
    }

    private static string Named(IEnumerable<string> roles) => string.Join(", ", roles.Select(RoleWords.Of));
}

/// <summary>The form that admits a person.</summary>
public sealed class AdmitForm
{
    /// <summary>Made with the empty form.</summary>
    public string? Key { get; set; }

    /// <summary>E-mail.</summary>
    public string? Email { get; set; }

    /// <summary>Name.</summary>
    public string? DisplayName { get; set; }

    /// <summary>Roles.</summary>
    public string[]? Roles { get; set; }

    /// <summary>The practice, for its people.</summary>
    public string? PracticeId { get; set; }

    /// <summary>Says nothing.</summary>
    public override string ToString() => nameof(AdmitForm);
}
