using Centra.Agreements;
using Centra.Api.Agreements;
using Centra.Api.Http;
using Centra.Api.Security;
using Centra.Institutions;
using Centra.Requests;
using Centra.Storage;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>The agreement of a request: read, compared, negotiated, signed. A request without one says so.</summary>
internal static class AgreementPages
{
    public static void MapAgreementPages(this IEndpointRouteBuilder app)
    {
        var pages = app.Pages("/requests/{id}/agreement", Policies.SeeAgreements);
        pages.MapGet("/", ShowAsync);
        pages.MapGet("/versions/{n:int}/document", (string id, int n, Caller caller, HttpContext http, IGrainFactory grains, IFileStore files) =>
            AgreementApi.DocumentAsync(id, n, caller, http, grains, files));
        pages.MapGet("/compare", CompareAsync);
        app.MapScan();
    }

    /// <summary>The page, also after a refusal.</summary>
    public static Task<IResult> ShowAsync(string id, Visitor visitor, Caller caller, IGrainFactory grains, IFileStore files, ReadStore read, CancellationToken cancellation) =>
        RequestPages.PageAsync<AgreementPage>(id, visitor, grains, async view =>
        {
            var agreement = (await AgreementApi.FindAsync(caller, id, grains)).Value;
            var officials = view.Can(RequestCommandKind.AttachSignedScan) is null ? [] : await OfficialsAsync(view, grains, visitor.Now);
            return new()
            {
                ["Agreement"] = agreement,
                ["Document"] = agreement is null ? null : await AgreementApi.ReadAsync(files, agreement.Versions[^1], cancellation),
                ["Names"] = await Actors.ReadAsync(read, view, visitor, [.. People(agreement), .. officials]),
                ["Officials"] = officials,
            };
        });

    private static async Task<IResult> CompareAsync(
        string id, int? from, int? to, Visitor visitor, Caller caller, IGrainFactory grains, IFileStore files, CancellationToken cancellation)
    {
        var agreement = await AgreementApi.FindAsync(caller, id, grains);
        var newest = agreement.Value?.Versions.Length ?? 0;
        var (former, later) = (from ?? Math.Max((to ?? newest) - 1, 1), to ?? newest);
        var compared = agreement.IsRefused ? agreement.Refusal : await AgreementApi.CompareAsync(caller, grains, files, id, former, later, cancellation);
        return compared.IsRefused
            ? Results.Extensions.Page<Message>(new { Visitor = visitor, Title = "Not found", Text = compared.Refusal.Detail }, Answers.StatusOf(compared.Refusal.Kind))
            : await RequestPages.PageAsync<AgreementCompare>(id, visitor, grains, _ => Task.FromResult(new Dictionary<string, object?> { ["Comparison"] = compared.Value, ["Versions"] = newest }));
    }

    private static IEnumerable<string?> People(AgreementView? agreement) => agreement is null ? [] :
        [.. agreement.Versions.Select(version => version.IssuedBy), .. agreement.Signatures.Select(signature => signature.UserId), .. agreement.Changes.Select(change => change.By),
            .. agreement.Scan?.AttestedBy ?? [], agreement.Scan?.OfficialId];

    private static async Task<string[]> OfficialsAsync(RequestView view, IGrainFactory grains, DateTimeOffset now)
    {
        var investigator = view.Application?.Team.FirstOrDefault(member => member is { Part: TeamPart.PrincipalInvestigator, RemovedAt: null });
        var institution = await grains.GetGrain<IInstitutionGrain>($"institution/{investigator?.InstitutionId}").View();
        return [.. (institution.Value?.Officials ?? []).Where(official => official.VerifiedUntil > now).Select(official => official.UserId)];
    }
}
