namespace Centra.Api.Access;

/// <summary>Everything about looking at, and disclosing, identifiable data.</summary>
internal static class AccessApi
{
    public static void MapAccess(this IEndpointRouteBuilder api)
    {
        api.MapPatients();
        api.MapLooks();
        api.MapLookGrants();
        api.MapBreakGlass();
        api.MapReviewIdentity();
        api.MapDisclosures();
        api.MapAlarms();
    }
}
