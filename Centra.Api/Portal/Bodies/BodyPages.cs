using Centra.Api.Institutions;
using Centra.Api.Reviews;
using Centra.Api.Security;
using Centra.Institutions;
using Centra.People;
using Centra.Reviews;
using Centra.Storage;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>Institutions with their signing officials, and committees with their people.</summary>
internal static class BodyPages
{
    private const int Most = 200;

    public static void MapBodyPages(this IEndpointRouteBuilder app)
    {
        var institutions = app.Pages("/institutions", Policies.SeeInstitutions);
        institutions.MapGet("/", InstitutionsAsync);
        institutions.MapGet("/{ror}", InstitutionAsync);
        var committees = app.Pages("/committees", Policies.SeeCommittees);
        committees.MapGet("/", CommitteesAsync);
        committees.MapGet("/{id}", CommitteeAsync);
    }

    private static async Task<IResult> InstitutionsAsync(string? name, string? list, string? after, Visitor visitor, HttpRequest request, ReadStore read)
    {
        var page = await InstitutionApi.PageAsync(name.Filled(), null, after, null, read);
        return Results.Extensions.Page<InstitutionsPage>(new { Visitor = visitor, Name = name, Asked = list.Filled(), Table = new TableView("By ROR id", "None is found.", ["Institution", "Country", "ROR", "Signing officials#"],
            [.. page.Items.Select(item => new Cell[] { new(item.Name, $"/institutions/{item.Ror}"), item.Country, item.Ror, item.Officials })]) { Next = request.Beyond(page.Next), Csv = request.Csv("/admin/institutions") } }, visitor.Call?.Refused?.Status);
    }

    private static async Task<IResult> InstitutionAsync(string ror, Visitor visitor, IGrainFactory grains, ReadStore read)
    {
        var view = await grains.GetGrain<IInstitutionGrain>($"institution/{RorId.Of(ror)}").View();
        if (view.IsRefused)
            return Results.Extensions.Page<Message>(new { Visitor = visitor, Title = "Not found", Text = view.Refusal.Detail }, StatusCodes.Status404NotFound);
        var names = await Names.OfAsync(read, view.Value.Officials.SelectMany(one => new[] { one.UserId, one.VerifiedBy }), []);
        return Results.Extensions.Page<InstitutionPage>(new { Visitor = visitor, View = view.Value, Names = names, People = await OfRoleAsync(read, Roles.SigningOfficial) }, visitor.Call?.Refused?.Status);
    }

    private static async Task<IResult> CommitteesAsync(string? after, Visitor visitor, HttpRequest request, ReadStore read)
    {
        var page = await CommitteeApi.PageAsync(after, null, read);
        var names = await Names.OfAsync(read, page.Items.Select(item => item.ChairId).OfType<string>(), []);
        return Results.Extensions.Page<CommitteesPage>(new { Visitor = visitor, Table = new TableView("By id", "None.", ["Committee", "Chair", "Members#"],
            [.. page.Items.Select(item => new Cell[] { new(item.Name, $"/committees/{item.CommitteeId}"), names.Person(item.ChairId), item.Members })]) { Next = request.Beyond(page.Next), Csv = request.Csv("/admin/committees") } }, visitor.Call?.Refused?.Status);
    }

    private static async Task<IResult> CommitteeAsync(string id, Visitor visitor, IGrainFactory grains, ReadStore read)
    {
        var view = await grains.GetGrain<ICommitteeGrain>($"committee/{id}").View();
        if (view.IsRefused)
            return Results.Extensions.Page<Message>(new { Visitor = visitor, Title = "Not found", Text = view.Refusal.Detail }, StatusCodes.Status404NotFound);
        var names = await Names.OfAsync(read, view.Value.MemberIds.Concat(view.Value.DeputyIds).Append(view.Value.ChairId ?? ""), []);
        return Results.Extensions.Page<CommitteePeoplePage>(new { Visitor = visitor, View = view.Value, Names = names, Chairs = await OfRoleAsync(read, Roles.Chair), Reviewers = await OfRoleAsync(read, Roles.Reviewer) }, visitor.Call?.Refused?.Status);
    }

    private static Task<List<ListedPerson>> OfRoleAsync(ReadStore read, string role) =>
        read.Database.ReadAsync(session => PeopleList.PageAsync(session, new PeopleFilter(nameof(PersonStanding.Active), null, role, false), "name", "", Most));
}
