using System.Globalization;
using Centra.Api.Datasets;
using Centra.Api.Http;
using Centra.Api.Requests;
using Centra.Api.Security;
using Centra.Datasets;
using Centra.Requests;
using Centra.Rules;

namespace Centra.Api.Portal;

/// <summary>The page on which a request is checked, evaluated and decided, by whoever's part it is.</summary>
internal static class CommitteePages
{
    public static void MapCommitteePages(this IEndpointRouteBuilder app)
    {
        app.Pages("/requests/{id}/review", Policies.SeeRequests).MapGet("/", PageAsync);
        app.Pages("/requests/{id}/decision", Policies.SeeRequests).MapGet("/", LetterAsync);
    }

    private static Task<IResult> LetterAsync(string id, Visitor visitor, Reading reading, SocietyName society) => RequestPages.PageAsync<DecisionLetter>(id, visitor, reading.Grains, async view => new()
    {
        ["Society"] = society.Name,
        ["Names"] = await reading.NamesAsync(view),
    });

    private static Task<IResult> PageAsync(string id, string? after, Visitor visitor, Caller caller, Reading reading) => RequestPages.PageAsync<CommitteePage>(id, visitor, reading.Grains, async view =>
    {
        var candidates = view.May(RequestCommandKind.AssignReviewers) ? await Candidates.OfAsync(id, after, visitor, reading) : null;
        return new()
        {
            ["Desk"] = new CommitteeDesk(
                (await reading.Rules.OneAsync<FormRules>(view.Pinned?.Form))!, (await reading.Rules.OneAsync<PriceBook>(view.Pinned?.Prices))!, (await reading.Rules.OneAsync<PolicyRules>(view.Pinned?.Policy))!,
                (await reading.Rules.OneAsync<CriteriaRules>(view.Pinned?.Criteria))!, (await reading.Rules.OneAsync<CommitteeRules>(view.Pinned?.Committee))!,
                await reading.NamesAsync(view), await DatasetsAsync(view, reading), await reading.SubmittedAsync(view)),
            ["Candidates"] = candidates,
            ["Draft"] = view.May(RequestCommandKind.Evaluate) ? await EvaluationDrafts.FindAsync(id, visitor.UserId, reading.Read) : null,
            ["Applicant"] = view.Application is null && view.Can(RequestCommandKind.DeclareConflict) is not null ? await ApplicantAsync(id, caller, reading) : null,
        };
    });

    private static async Task<IReadOnlyDictionary<string, DatasetView>> DatasetsAsync(RequestView view, Reading reading)
    {
        var found = new Dictionary<string, DatasetView>();
        foreach (var asked in view.Application?.Datasets ?? [])
        {
            if ((await DatasetApi.Grain(reading.Grains, asked.DatasetId).View()).Value is { } dataset)
                found[asked.DatasetId] = dataset;
        }
        return found;
    }

    // Who has to say whether they are in conflict has to know with whom; the list tells them.
    private static async Task<string?> ApplicantAsync(string id, Caller caller, Reading reading)
    {
        var page = await RequestLists.PageAsync(new RequestQuery(null, null, null, id, null, null, null, null, 5), caller, reading.Read);
        if (page.Items.FirstOrDefault(item => item.RequestId == id) is not { } item)
            return null;
        var names = await Names.OfAsync(reading.Read, [], [item.InstitutionId]);
        return string.Create(CultureInfo.InvariantCulture, $"{item.Investigator}, {names.Institution(item.InstitutionId)}");
    }
}

/// <summary>What the parts of the page know beside the request's view.</summary>
/// <param name="Form">The form that it was handed in on.</param>
/// <param name="Prices">Its price book.</param>
/// <param name="Policy">Its policy with the checklist.</param>
/// <param name="Criteria">What it is evaluated by.</param>
/// <param name="Rules">How its committee comes to a decision.</param>
/// <param name="Names">Names of people and institutions.</param>
/// <param name="Datasets">The datasets as the catalogue has them, for whoever sees the application.</param>
/// <param name="Former">Sections as they were handed in, of those that were changed since.</param>
public sealed record CommitteeDesk(
    FormRules Form, PriceBook Prices, PolicyRules Policy, CriteriaRules Criteria, CommitteeRules Rules, Names Names, IReadOnlyDictionary<string, DatasetView> Datasets,
    IReadOnlyDictionary<string, string> Former)
{
    /// <summary>All criteria of a request with their words, in the order of the score sheet.</summary>
    public IEnumerable<Criterion> CriteriaOf(ReviewView? review) => (review?.Criteria ?? []).Select(key =>
        Criteria.Criteria.FirstOrDefault(known => known.Key == key)
        ?? (review!.Added.FirstOrDefault(added => added.Key == key) is { } own ? new Criterion(key, key, own.Text) : new Criterion(key, key, "")));
}
