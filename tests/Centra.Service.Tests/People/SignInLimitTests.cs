using System.Net;
using Centra.Api.People;
using Microsoft.Extensions.DependencyInjection;

namespace Centra.Service.Tests.People;

public class SignInLimitTests
{
    [Fact]
    public async Task Attempts_PerEmail_AreRefusedUntilTheMinuteIsOver()
    {
        using var folder = new TempFolder();
        await using var app = await StartAsync(folder, perAddress: 1_000, perEmail: 3);
        var person = await app.AdmitAsync("limited");
        for (var i = 0; i < 3; i++)
            await app.TokenAsync(person.Email);

        var refused = await app.SignInAsync(person.Email.ToUpperInvariant());
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        await Task.FromResult(refused).ShouldRefuse(HttpStatusCode.TooManyRequests, nameof(AccountRefusal.TooManyAttempts));

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.TokenAsync(person.Email);
    }

    [Fact]
    public async Task Attempts_PerAddress_AreRefusedForEverybodyThere()
    {
        using var folder = new TempFolder();
        await using var app = await StartAsync(folder, perAddress: 3, perEmail: 1_000);
        for (var i = 0; i < 3; i++)
            await app.SignInAsync($"nobody{i}@society.test").ShouldRefuse(HttpStatusCode.Unauthorized, nameof(AccountRefusal.SignInFailed));

        await app.SignInAsync("nobody4@society.test").ShouldRefuse(HttpStatusCode.TooManyRequests, nameof(AccountRefusal.TooManyAttempts));
    }

    [Fact]
    public async Task AttemptsAtThePage_TooMany_ShowTheFormAgainAndSayWhen()
    {
        using var folder = new TempFolder();
        await using var app = await StartAsync(folder, perAddress: 1_000, perEmail: 1);
        using var browser = Browser.Open(app);
        await browser.SubmitAsync("/sign-in", ("email", "often@society.test"), ("password", "wrong"));

        var answer = await browser.SubmitAsync("/sign-in", ("email", "often@society.test"), ("password", "wrong"));

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("Too many attempts");
        page.ShouldContain("value=\"often@society.test\"");
    }

    private static Task<ServiceApp> StartAsync(TempFolder folder, int perAddress, int perEmail) => ServiceApp.StartAsync(folder.Path,
        also: services => services.PostConfigure<SignInLimits>(limits => (limits.PerAddress, limits.PerEmail) = (perAddress, perEmail)));
}
