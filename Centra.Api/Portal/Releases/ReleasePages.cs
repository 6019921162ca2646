using Centra.Api.Http;
using Centra.Api.Releases;
using Centra.Api.Security;
using Centra.Datasets;
using Centra.People;
using Centra.Releases;
using Centra.Requests;
using Centra.Storage;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>What is released for a request: made and approved by stewards, downloaded by members; then reports, until the close-out.</summary>
internal static class ReleasePages
{
    public static void MapReleasePages(this IEndpointRouteBuilder app)
    {
        var pages = app.Pages("/requests/{id}/release", Policies.SeeRequests);
        pages.MapGet("/", ShowAsync);
        pages.MapGet("/files/{name}", LinkAsync);
        pages.MapGet("/download/{token}", (string id, string token, HttpContext http, Caller caller, IGrainFactory grains, ReleaseLinks links, IdSource ids, IFileStore files, TimeProvider clock) =>
            DownloadApi.DownloadAsync(token, http, caller, grains, links, ids, files, clock));
        app.Pages("/requests/{id}/release/versions", Policies.InspectReleases).MapGet("/{n:int}/files/{name}", (string id, int n, string name, HttpContext http, Caller caller, IGrainFactory grains, IdSource ids, IFileStore files, TimeProvider clock) =>
            DownloadApi.InspectAsync(id, n, name, http, caller, grains, ids, files, clock));
    }

    private static Task<IResult> ShowAsync(string id, Visitor visitor, Caller caller, IGrainFactory grains, ReadStore read) =>
        RequestPages.PageAsync<ReleasePage>(id, visitor, grains, async view =>
        {
            var release = (await ReleaseApi.FindAsync(id, caller, grains)).Value;
            return new()
            {
                ["Release"] = release,
                ["Names"] = await Actors.ReadAsync(read, view, visitor, release is null ? [] : People(release)),
                ["Training"] = await TrainingAsync(view, grains),
                ["Dictionaries"] = view.Can(RequestCommandKind.PrepareRelease) is null ? new Dictionary<string, DatasetView>() : await DictionariesAsync(view, grains),
            };
        });

    private static async Task<IResult> LinkAsync(string id, string name, Visitor visitor, Caller caller, IGrainFactory grains, ReleaseLinks links)
    {
        var link = await DownloadApi.IssueAsync($"/requests/{id}/release/download", id, name, caller, grains, links);
        return link.IsRefused
            ? Results.Extensions.Page<Message>(new { Visitor = visitor, Title = "Not now", Text = link.Refusal.Detail }, Answers.StatusOf(link.Refusal.Kind))
            : await RequestPages.PageAsync<DownloadPage>(id, visitor, grains, _ => Task.FromResult(new Dictionary<string, object?> { ["Link"] = link.Value }));
    }

    private static IEnumerable<string?> People(ReleaseView release) =>
        [.. release.Versions.SelectMany(version => new[] { version.PreparedBy, version.DecidedBy }), .. release.Downloads.Select(download => download.UserId)];

    // Who has no training in force cannot download; the team and the stewards see who that is.
    private static async Task<IReadOnlyDictionary<string, DateOnly?>> TrainingAsync(RequestView view, IGrainFactory grains)
    {
        var team = view.Application?.Team.Where(member => member.RemovedAt is null).Select(member => member.UserId) ?? [];
        var people = await Task.WhenAll(team.Select(async member => (Id: member, View: await grains.GetGrain<IPersonGrain>($"person/{member}").View())));
        return people.ToDictionary(person => person.Id, person => person.View.Value?.TrainedOn);
    }

    private static async Task<IReadOnlyDictionary<string, DatasetView>> DictionariesAsync(RequestView view, IGrainFactory grains)
    {
        var datasets = await Task.WhenAll((view.Application?.Datasets ?? []).Select(asked => grains.GetGrain<IDatasetGrain>($"dataset/{asked.DatasetId}").View()));
        return datasets.Select(dataset => dataset.Value).OfType<DatasetView>().ToDictionary(dataset => dataset.DatasetId);
    }
}
