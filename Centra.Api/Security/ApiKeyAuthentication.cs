using System.Security.Claims;
using System.Text.Encodings.Web;
using Centra.Api.Http;
using Centra.Practices;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Orleans;

namespace Centra.Api.Security;

/// <summary>Authenticates practices' API keys by asking the practice, so that a revoked key is refused from the next request on.</summary>
internal sealed class ApiKeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IGrainFactory grains)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "ApiKey";
    private const string Bearer = "Bearer ";

    /// <summary>The key in the Authorization header, or null.</summary>
    public static ApiKeys? KeyOf(HttpRequest request) => request.Headers.Authorization.ToString() is var header
        && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? ApiKeys.Parse(header[Bearer.Length..].Trim()) : null;

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KeyOf(Request) is not { } key)
            return AuthenticateResult.NoResult();
        var grant = await grains.GetGrain<IPracticeGrain>($"practice/{key.PracticeId}").Authenticate(key.KeyId, key.SecretSha256);
        if (grant.IsRefused)
            return AuthenticateResult.Fail(grant.Refusal.Code);
        var scopes = Enum.GetValues<KeyScopes>().Where(scope => scope != KeyScopes.None && grant.Value.Scopes.HasFlag(scope));
        var identity = new ClaimsIdentity(Name);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, key.ToString()));
        identity.AddClaim(new Claim(Caller.PracticeClaim, key.PracticeId));
        identity.AddClaims(scopes.Select(scope => new Claim(PolicyTable.ScopeClaim, scope.ToString())));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }
}
