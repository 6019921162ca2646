using Centra.Access;
using Centra.Api.Http;
using Centra.Api.Security;

namespace Centra.Api.Access;

/// <summary>Who looks, from who calls.</summary>
internal static class Lookers
{
    private const string Key = "key";
    private static readonly string[] StaffRoles = [Roles.PrivacyOfficer, Roles.DataSteward];

    public static Looker Looker(this Caller caller) => new(caller.Actor.Id, RoleOf(caller), caller.PracticeId);

    private static string RoleOf(Caller caller) =>
        caller.Principal.Identity?.AuthenticationType == ApiKeyAuthentication.Name ? Key
        : caller.PracticeId is not null ? Roles.ProviderAgent
        : StaffRoles.First(caller.Principal.IsInRole);
}
