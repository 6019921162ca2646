using Centra.Api.Http;
using Centra.Api.Notifications;
using Centra.Api.Security;
using Centra.Storage;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>Where one lands: what waits for oneself, the most pressing first.</summary>
internal static class HomePages
{
    private const int Messages = 3;

    public static void MapHomePage(this IEndpointRouteBuilder app) =>
        app.Pages("/home", Policies.OwnAccount).MapGet("/", ShowAsync);

    private static async Task<IResult> ShowAsync(Visitor visitor, Caller caller, ReadStore read, IGrainFactory grains, Vault vault, TimeProvider clock)
    {
        var roles = await new HomeDuties(visitor, caller, read, grains, vault, clock).OfAsync();
        var unseen = await NotificationApi.PageAsync(new NotificationQuery(false, null, Messages), caller.Actor.Id, read);
        return Results.Extensions.Page<HomePage>(new { Visitor = visitor, Roles = roles, Messages = await MessageTitles.OfAsync(unseen.Items, visitor, read) });
    }
}
