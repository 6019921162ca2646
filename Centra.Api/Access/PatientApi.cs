using Centra.Access;
using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Gate;
using Centra.Ingest;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centra.Api.Access;

/// <summary>
/// Identifiable data: a practice's own patients, or with a personal grant and a stated purpose. Patients are addressed by handles; their
/// identifiers stand in bodies only.
/// </summary>
internal static class PatientApi
{
    private const long LargestBody = 8 << 10;

    public static void MapPatients(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/patients").WithTags("Patients").WithMetadata(new BodyLimit(LargestBody));
        group.MapGet("/", ListAsync).RequireAuthorization(Policies.ReadOwnPatients).WithSummary("A practice's own patients");
        group.MapPost("/find", FindAsync).RequireAuthorization(Policies.LookAtPatients).WithSummary("A patient by the practice's own id").Refuses(LookRefusals.Patient);
        group.MapGet("/{handle}", ViewAsync).RequireAuthorization(Policies.LookAtPatients).WithSummary("A patient, as far as the purpose shows").Refuses(LookRefusals.Patient);
        group.MapGet("/{handle}/records", RecordsAsync).RequireAuthorization(Policies.LookAtPatients).WithSummary("A patient's clinical records").Refuses(LookRefusals.Records);
        group.MapDelete("/{handle}", DeleteAsync)
            .RequireAuthorization(Policies.SendRecords).WithSummary("A practice deletes its own patient; that is no opt-out").Refuses(AccessRefusal.PatientNotFound);
    }

    private static async Task<IResult> ListAsync(string? after, int? limit, Caller caller, HttpContext http, Looking looking)
    {
        var page = await looking.ListAsync(caller.Looker(), Listing.Number(after, 0), Listing.Limit(limit));
        return Listing.Answer(http, new Page<ListedPatient>(page.Items, page.Next),
            ("handle", patient => patient.Handle), ("patientId", patient => patient.PatientId), ("name", patient => patient.Name),
            ("birthDate", patient => patient.BirthDate), ("records", patient => patient.Records));
    }

    private static async Task<Results<Ok<PatientView>, ProblemHttpResult>> FindAsync(PatientQuestion body, Caller caller, HttpResponse response, Looking looking) =>
        Private(response, await looking.FindAsync(caller.Looker(), new LookAsk(body.Purpose, body.BreakGlass), body.PracticeId, body.PatientId)).ToHttp();

    private static async Task<Results<Ok<PatientView>, ProblemHttpResult>> ViewAsync(string handle, string? purpose, string? breakGlass, Caller caller, HttpResponse response, Looking looking) =>
        Private(response, await looking.PatientAsync(caller.Looker(), new LookAsk(purpose, breakGlass), PatientHandles.Parse(handle))).ToHttp();

    private static async Task<Results<Ok<LookedAt<PatientRecordView>>, ProblemHttpResult>> RecordsAsync([AsParameters] RecordsQuery query, Caller caller, HttpResponse response, Looking looking) =>
        Private(response, await looking.RecordsAsync(caller.Looker(), new LookAsk(query.Purpose, query.BreakGlass), PatientHandles.Parse(query.Handle), query.Type,
            Listing.Number(query.After, 0), Listing.Limit(query.Limit))).ToHttp();

    // The stored resource says what the practice calls the patient; the handle does not.
    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(string handle, Caller caller, LookBook book, PatientContents contents, DeletionStage deletion)
    {
        var look = new AllowedLook(caller.Looker(), new Purpose("deletion", "A practice deletes its own patient", []), null);
        var row = PatientHandles.Parse(handle) is { } patient ? await book.RecordOneAsync(look, patient) : null;
        var stored = row is null ? null : (await contents.ReadAsync([row])).GetValueOrDefault(row.PatientNo);
        return stored is not null && await deletion.RemovePatientAsync(row!.PracticeId, stored.Resource.Id)
            ? TypedResults.NoContent()
            : AccessRefusal.PatientNotFound.Because().ToProblem();
    }

    private static Result<T> Private<T>(HttpResponse response, Result<T> answer)
    {
        response.Headers.CacheControl = "no-store";
        return answer;
    }
}

/// <summary>Which patient, and what for.</summary>
internal sealed record PatientQuestion(string? PracticeId, string? PatientId, string? Purpose, string? BreakGlass)
{
    /// <summary>Says nothing.</summary>
    public override string ToString() => nameof(PatientQuestion);
}

/// <summary>Which records, and what for.</summary>
internal sealed record RecordsQuery(string Handle, string? Purpose, string? BreakGlass, string? Type, string? After, int? Limit);
