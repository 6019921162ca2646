using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Rekeying;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans;

namespace Centra.Api.Register;

/// <summary>What operators do with the register: change its keys.</summary>
internal static class RegisterApi
{
    public static void MapRegister(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/admin/register").WithTags("Administration").RequireAuthorization(Policies.RunRegister);
        group.MapPost("/rekey", RekeyAsync).WithSummary("Begin a new key epoch, or go on with the one that was begun").Refuses(GateRefusals.Rekey);
        group.MapGet("/rekey", ViewAsync).WithSummary("Where re-keying stands");
    }

    private static async Task<Results<Ok<RekeyingView>, ProblemHttpResult>> RekeyAsync(IGrainFactory grains) => (await Grain(grains).Begin()).ToHttp();

    private static async Task<Ok<RekeyingView>> ViewAsync(IGrainFactory grains) => TypedResults.Ok(await Grain(grains).View());

    private static IRekeyingGrain Grain(IGrainFactory grains) => grains.GetGrain<IRekeyingGrain>("rekeying/register");
}
