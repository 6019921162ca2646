using Centra.Access;
using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centra.Api.Access;

/// <summary>The identity that an item of the review lane is about.</summary>
internal static class ReviewIdentityApi
{
    public static void MapReviewIdentity(this IEndpointRouteBuilder api) => api.MapGet("/review-lane/{id}/identity", IdentityAsync).WithTags("Review lane")
        .RequireAuthorization(Policies.DecideReviews).WithSummary("The incoming identity; needs a grant for matching-review, and is recorded").Refuses(GateRefusals.SeeIdentity);

    private static async Task<Results<Ok<PatientView>, ProblemHttpResult>> IdentityAsync(string id, string? breakGlass, Caller caller, HttpResponse response, HeldLooking looking)
    {
        response.Headers.CacheControl = "no-store";
        return (await looking.IdentityAsync(caller.Looker(), breakGlass, id)).ToHttp();
    }
}
