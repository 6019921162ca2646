using Centra.Api.Access;
using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Practices;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans;

namespace Centra.Api.Practices;

/// <summary>
/// What a leaving practice takes along, and what it is told at the end. For its people only: its keys are revoked. (Design: opt-out.md,
/// "Practices".)
/// </summary>
internal static class PracticeExportApi
{
    private static readonly Enum[] Leaving = [PracticeRefusal.PracticeNotFound, PracticeRefusal.PracticeIsNotLeaving];

    public static void MapPracticeExport(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/practices/{id}").WithTags("Practices");
        group.MapGet("/export", OverviewAsync).RequireAuthorization(Policies.RunOwnPractice).WithSummary("What a leaving practice may take along, by type").Refuses(Leaving);
        group.MapGet("/export/{type}", ExportAsync).RequireAuthorization(Policies.RunOwnPractice)
            .WithSummary("All of one type, as it was sent, a resource a line").Produces<Stream>(contentType: NdjsonResult.Fhir).Refuses([.. Leaving, PracticeRefusal.NothingOfThisType]);
        group.MapGet("/erasure-certificate", CertificateAsync).RequireAuthorization(Policies.SeePractices).WithSummary("That a practice's identifiable data are erased, signed")
            .Refuses(PracticeRefusal.PracticeNotFound, PracticeRefusal.CertificateNotFound);
    }

    private static async Task<Results<Ok<ExportOverview>, ProblemHttpResult>> OverviewAsync(string id, Caller caller, PracticeExport export) =>
        (await AskAsync(id, caller, export)).ToHttp();

    private static async Task<IResult> ExportAsync(string id, string type, Caller caller, PracticeExport export)
    {
        var overview = await AskAsync(id, caller, export);
        if (overview.IsRefused)
            return overview.Refusal.ToProblem();
        return overview.Value.Types.Any(one => one.Type == type)
            ? new NdjsonResult(export.ReadAsync(caller.Looker(), type))
            : PracticeRefusal.NothingOfThisType.Because().ToProblem();
    }

    private static async Task<Results<Ok<ErasureCertificate>, ProblemHttpResult>> CertificateAsync(string id, Caller caller, IGrainFactory grains)
    {
        if (caller.PracticeId is { } own && own != id)
            return PracticeRefusal.PracticeNotFound.Because().ToProblem();
        var practice = await grains.GetGrain<IPracticeGrain>($"practice/{id}").View();
        if (practice.IsRefused)
            return practice.Refusal.ToProblem();
        return practice.Value.Certificate is { } certificate ? TypedResults.Ok(certificate) : PracticeRefusal.CertificateNotFound.Because().ToProblem();
    }

    private static async Task<Result<ExportOverview>> AskAsync(string id, Caller caller, PracticeExport export) =>
        caller.PracticeId == id ? await export.OverviewAsync(id) : PracticeRefusal.PracticeNotFound;
}
