using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Centra.Api.Security;

/// <summary>Authenticates people's tokens: ASP.NET Core reads them, <see cref="SignedInPeople"/> says whether they still count.</summary>
internal sealed class PersonAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SignedInPeople people)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var issued = await Context.AuthenticateAsync(Schemes.Token);
        if (!issued.Succeeded)
            return issued;
        return await people.CheckAsync(issued.Principal) is { } person
            ? AuthenticateResult.Success(new AuthenticationTicket(person, Scheme.Name))
            : AuthenticateResult.Fail("The token no longer counts.");
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return base.HandleChallengeAsync(properties);
    }
}
