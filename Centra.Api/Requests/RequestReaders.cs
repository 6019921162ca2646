using Centra.Api.Http;
using Centra.Requests;
using Orleans;

namespace Centra.Api.Requests;

/// <summary>
/// Who reads what belongs to a request, its agreement and its invoices: staff of these roles all, others their own: the team, and the institution's
/// signing officials once there is an agreement. The request says who that is.
/// </summary>
internal static class RequestReaders
{
    /// <summary>Whose rows a list shows: empty for staff, who see all.</summary>
    public static (string User, long Now) Of(Caller caller, string[] staff, TimeProvider clock) =>
        (staff.Any(caller.Principal.IsInRole) ? "" : caller.Actor.Id, clock.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>Whether a caller reads what belongs to this request.</summary>
    public static async Task<bool> MayReadAsync(Caller caller, string[] staff, string requestId, IGrainFactory grains) =>
        staff.Any(caller.Principal.IsInRole) || ((await RequestRoutes.Grain(grains, requestId).View(caller.Actor.Id)).Value?.Parts.Any(IsOwn) ?? false);

    private static bool IsOwn(string part) => part is nameof(RequestParts.Member) or nameof(RequestParts.SigningOfficial);
}
