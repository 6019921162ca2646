using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;

namespace Centra.Service.Tests.Security;

/// <summary>Behind a proxy with TLS every cookie is Secure, the session's as the form's; on plain loopback none is, or nobody could sign in there.</summary>
public class SecureCookieTests
{
    [Theory]
    [InlineData("https", true)]
    [InlineData("http", false)]
    public async Task Cookies_AreSecure_WhereTheCallerCameByHttps(string scheme, bool isSecure)
    {
        using var folder = new TempFolder();
        // What ASPNETCORE_FORWARDEDHEADERS_ENABLED puts in front.
        await using var app = await ServiceApp.StartAsync(folder.Path, also: services => services.AddTransient<IStartupFilter, BehindAProxy>());
        var person = await app.AdmitAsync("petra");
        using var browser = Browser.Open(app);
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);

        var form = await browser.Client.GetAsync("/sign-in");
        // The visitor's own cookies do not travel to a plain address when they are Secure.
        browser.Client.DefaultRequestHeaders.Add("Cookie", Cookie(form, "centra-form=").Split(';')[0]);
        var signedIn = await browser.SubmitAsync("/sign-in", ("email", person.Email), ("password", AppPeople.Password));

        Cookie(form, "centra-form=").Contains("; secure", StringComparison.OrdinalIgnoreCase).ShouldBe(isSecure);
        Cookie(signedIn, "centra=").Contains("; secure", StringComparison.OrdinalIgnoreCase).ShouldBe(isSecure);
    }

    private static string Cookie(HttpResponseMessage answer, string name) => answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith(name, StringComparison.Ordinal));

    private sealed class BehindAProxy : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedProto });
            next(app);
        };
    }
}
