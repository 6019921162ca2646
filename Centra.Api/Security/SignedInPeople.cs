using System.Security.Claims;
using Centra.Api.Http;
using Centra.People;
using Centra.Storage;
using Orleans;

namespace Centra.Api.Security;

/// <summary>
/// Turns what a token or cookie says into what holds now. A token says who and under which security stamp, nothing more; roles and practice
/// are asked for on every request, so that whoever lost a role, was disabled or locked out, or signed out everywhere, is out at once.
/// </summary>
internal sealed class SignedInPeople(Credentials credentials, IGrainFactory grains)
{
    /// <summary>The claim of the security stamp.</summary>
    public const string StampClaim = "centra:stamp";

    /// <summary>The claim of whoever has a one-time password and may do nothing but choose another.</summary>
    public const string OneTimeClaim = "centra:one-time";

    /// <summary>Whether a person may do nothing but choose another password.</summary>
    public static bool HasOneTimePassword(ClaimsPrincipal person) => person.HasClaim(claim => claim.Type == OneTimeClaim);

    /// <summary>What is put into a token or cookie.</summary>
    public static ClaimsPrincipal Ticket(User user) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, user.Id), new Claim(StampClaim, user.SecurityStamp ?? "")], Schemes.Person));

    /// <summary>The person as of now, or null where the token or cookie no longer counts.</summary>
    public async Task<ClaimsPrincipal?> CheckAsync(ClaimsPrincipal presented)
    {
        if (presented.FindFirstValue(ClaimTypes.NameIdentifier) is not { Length: > 0 } userId || await credentials.SessionAsync(userId) is not { IsLockedOut: false } facts)
            return null;
        if (facts.SecurityStamp.Length == 0 || facts.SecurityStamp != presented.FindFirstValue(StampClaim))
            return null;
        var person = await grains.GetGrain<IPersonGrain>($"person/{userId}").View();
        return person is { IsRefused: false, Value.Standing: PersonStanding.Active } ? Principal(person.Value, facts) : null;
    }

    private static ClaimsPrincipal Principal(PersonView person, SessionFacts facts)
    {
        var identity = new ClaimsIdentity(Schemes.Person);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, person.UserId));
        identity.AddClaim(new Claim(ClaimTypes.Name, facts.DisplayName));
        if (facts.MustChangePassword)
            identity.AddClaim(new Claim(OneTimeClaim, "yes"));
        else
            identity.AddClaims(person.Roles.Select(role => new Claim(ClaimTypes.Role, role)));
        if (person.PracticeId is not null && person.Roles.Contains(Roles.ProviderAgent))
            identity.AddClaim(new Claim(Caller.PracticeClaim, person.PracticeId));
        return new ClaimsPrincipal(identity);
    }
}
