namespace Centra.Api.Portal;

/// <summary>Pages of one policy.</summary>
internal static class PageGroups
{
    /// <summary>Pages that are kept nowhere: what somebody saw must not be shown to who sits down after them.</summary>
    public static RouteGroupBuilder Pages(this IEndpointRouteBuilder app, string prefix, string policy) =>
        app.MapGroup(prefix).RequireAuthorization(policy).ExcludeFromDescription().AddEndpointFilter((call, next) =>
        {
            call.HttpContext.Response.Headers.CacheControl = "no-store";
            return next(call);
        });
}
