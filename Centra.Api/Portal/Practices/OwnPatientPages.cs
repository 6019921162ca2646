using Centra.Access;
using Centra.Api.Access;
using Centra.Api.Http;
using Microsoft.AspNetCore.Mvc;

namespace Centra.Api.Portal;

/// <summary>A practice's own patients: the list, and one by the practice's number. Numbers and names come in bodies only, never in an address.</summary>
internal static class OwnPatientPages
{
    private const int Rows = 50;

    public static void MapOwnPatientPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/patients", (string? after, Visitor visitor, Caller caller, HttpResponse response, Looking looking) => ListAsync(after, visitor, caller, response, looking, null, null));
        pages.MapPost("/patients", async ([FromForm] string? number, Visitor visitor, Caller caller, HttpResponse response, Looking looking) =>
        {
            var found = await looking.FindAsync(caller.Looker(), new LookAsk(null, null), null, number?.Trim());
            return await ListAsync(null, visitor, caller, response, looking, found.Value, found.Refusal);
        });
    }

    private static async Task<IResult> ListAsync(string? after, Visitor visitor, Caller caller, HttpResponse response, Looking looking, PatientView? found, Refusal? refusal)
    {
        response.Headers.CacheControl = "no-store";
        var listed = found is null ? await looking.ListAsync(caller.Looker(), Listing.Number(after, 0), Rows) : new LookedAt<ListedPatient>([], null);
        return Results.Extensions.Page<OwnPatients>(new { Visitor = visitor, Patients = listed, Found = found, Refusal = refusal }, refusal.Status());
    }
}
