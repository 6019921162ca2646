using Centra.Api.Http;
using Centra.Api.Requests;
using Centra.Api.Security;
using Centra.Requests;
using Centra.Reviews;
using Microsoft.AspNetCore.Mvc;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>Pages of reviewers: what is before them, and what they say of themselves.</summary>
internal static class ReviewerPages
{
    private const int Rows = 20;

    public static void MapReviewerPages(this IEndpointRouteBuilder app)
    {
        var pages = app.Pages("/reviews", Policies.OwnReviews);
        pages.MapGet("/", HomeAsync);
        pages.MapGet("/profile", (string? institution, Visitor visitor, Reading reading) => ProfileAsync(visitor, reading, institution, null));
        pages.MapPost("/relations", RelateAsync);
    }

    // What is before a reviewer is little; each is asked for what is to be done about it.
    private static async Task<IResult> HomeAsync(string? after, Visitor visitor, Caller caller, Reading reading)
    {
        var page = await RequestLists.PageAsync(new RequestQuery(nameof(RequestStage.CommitteeReview), null, "Reviewer", null, null, null, "stageSince", after, Rows), caller, reading.Read);
        var views = await Task.WhenAll(page.Items.Select(item => RequestRoutes.Grain(reading.Grains, item.RequestId).View(visitor.UserId)));
        var all = await RequestLists.PageAsync(new RequestQuery(null, null, "Reviewer", null, null, null, null, null, Rows), caller, reading.Read);
        var names = await Names.OfAsync(reading.Read, [], page.Items.Select(item => item.InstitutionId));
        return Results.Extensions.Page<ReviewsPage>(new
        {
            Visitor = visitor,
            Tasks = page.Items.Zip(views).Where(pair => !pair.Second.IsRefused).Select(pair => new ReviewTask(pair.First, pair.Second.Value!, names.Institution(pair.First.InstitutionId))).ToList(),
            page.Next,
            Former = all.Items.Where(item => item.Stage != nameof(RequestStage.CommitteeReview)).ToList(),
            HasProfile = !(await Own(reading.Grains, visitor).View()).IsRefused,
        });
    }

    // A relation to a person names them by the e-mail address of their account.
    private static async Task<IResult> RelateAsync([FromForm] IFormCollection form, Visitor visitor, Caller caller, HttpRequest request, Reading reading, IdSource ids)
    {
        var email = form["email"].ToString();
        if (await TeamForms.FindAsync(reading.Read, email) is not { } person)
            return await ProfileAsync(visitor, reading, null, new TypedPerson(email, form["note"].ToString(), "", "", TeamForms.NotFound(email)));
        var declared = await Own(reading.Grains, visitor).Handle(caller.Command(request, "page-relation", ids), new DeclareRelation(RelationKind.Person, person.UserId, form["note"].ToString()));
        return declared.IsRefused
            ? await ProfileAsync(visitor, reading, null, new TypedPerson(email, form["note"].ToString(), "", "", declared.Refusal))
            : Results.LocalRedirect("~/reviews/profile?done=saved");
    }

    private static async Task<IResult> ProfileAsync(Visitor visitor, Reading reading, string? institution, TypedPerson? typed)
    {
        var own = (await Own(reading.Grains, visitor).View()).Value;
        var members = await MembersAsync(reading.Grains);
        var institutions = own?.RelatedInstitutions.Append(own.InstitutionId).OfType<string>() ?? [];
        return Results.Extensions.Page<ReviewerProfilePage>(new
        {
            Visitor = visitor,
            Own = own,
            Names = await Names.OfAsync(reading.Read, [.. own?.RelatedUsers ?? [], .. members], institutions),
            Deputies = members.Where(member => member != visitor.UserId).ToList(),
            Institutions = await reading.InstitutionsAsync(institution),
            Searched = institution,
            Typed = typed,
        }, typed?.Refusal.Status() ?? visitor.Call?.Refused?.Status);
    }

    private static async Task<IReadOnlyList<string>> MembersAsync(IGrainFactory grains) =>
        (await grains.GetGrain<ICommitteeGrain>($"committee/{CommitteeView.First}").View()).Value is { } committee
            ? [.. committee.MemberIds, .. committee.DeputyIds, .. new[] { committee.ChairId }.OfType<string>()]
            : [];

    private static IReviewerGrain Own(IGrainFactory grains, Visitor visitor) => grains.GetGrain<IReviewerGrain>($"reviewer/{visitor.UserId}");
}

/// <summary>A request before a reviewer.</summary>
/// <param name="Item">Its line in the list.</param>
/// <param name="View">As the reviewer sees it.</param>
/// <param name="Institution">Where the investigator belongs.</param>
public sealed record ReviewTask(RequestItem Item, RequestView View, string Institution)
{
    /// <summary>What is to be done, most urgent first: 0 declare, 1 evaluate, 2 nothing now.</summary>
    public int Order => View.Application is null ? 0 : View.May(RequestCommandKind.Evaluate) && !HasEvaluated ? 1 : 2;

    /// <summary>Whether they have handed in an evaluation of this round.</summary>
    public bool HasEvaluated => View.Review?.Reviewers.Any(seat => seat.HasEvaluated && View.Review.Evaluations.Any(one => one.ReviewerId == seat.UserId && one.Round == View.Review.Round)) ?? false;

    /// <summary>Only which.</summary>
    public override string ToString() => Item.RequestId;
}
