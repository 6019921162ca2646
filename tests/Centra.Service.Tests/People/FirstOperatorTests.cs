using System.Net;
using System.Text.RegularExpressions;
using Centra.Api.People;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Centra.Service.Tests.People;

public partial class FirstOperatorTests
{
    [Fact]
    public async Task FirstStart_PrintsOneOneTimePassword_WhichIsGoodForChoosingAnother()
    {
        using var folder = new TempFolder();
        await using var app = await ServiceApp.StartAsync(folder.Path);
        var password = await EnsureAsync(app);
        var client = app.Client(await app.TokenAsync("operator@localhost", password!));

        await client.GetAsync("/api/admin/users").ShouldRefuse(HttpStatusCode.Forbidden, "PasswordMustBeChanged");
        await client.GetAsync("/api/looks/purposes").ShouldRefuse(HttpStatusCode.Forbidden, "PasswordMustBeChanged");
        await client.Post("/api/account/password", new { currentPassword = password, newPassword = password }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, nameof(AccountRefusal.PasswordIsTheSame));
        await client.Post("/api/account/password", new { currentPassword = password, newPassword = AppPeople.Password }).Json();

        await client.GetAsync("/api/account").ShouldRefuse(HttpStatusCode.Unauthorized, "NotAuthenticated");
        await app.Client(await app.TokenAsync("operator@localhost")).GetAsync("/api/admin/users").Json();
    }

    [Fact]
    public async Task LaterStarts_PrintNothing()
    {
        using var folder = new TempFolder();
        await using (var app = await ServiceApp.StartAsync(folder.Path))
        {
            (await EnsureAsync(app)).ShouldNotBeNull();
            (await EnsureAsync(app)).ShouldBeNull();
            app.Logs.Text.ShouldNotContain("one-time password", Case.Insensitive);
        }
        await using var again = await ServiceApp.StartAsync(folder.Path);

        (await EnsureAsync(again)).ShouldBeNull();
    }

    [Fact]
    public async Task TwoStartsAtOnce_MakeOneOperatorWithOnePassword()
    {
        using var folder = new TempFolder();
        await using var app = await ServiceApp.StartAsync(folder.Path);

        var passwords = (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => EnsureAsync(app)))).OfType<string>().ToList();

        await app.TokenAsync("operator@localhost", passwords.ShouldHaveSingleItem());
    }

    [Fact]
    public async Task ConfiguredEmail_WithOneOperatorLeft_BringsInASecond()
    {
        using var folder = new TempFolder();
        await using var app = await ServiceApp.StartAsync(folder.Path);
        await EnsureAsync(app);

        var password = await EnsureAsync(app, "second@society.test");

        await app.TokenAsync("second@society.test", password!);
        (await EnsureAsync(app, "third@society.test")).ShouldBeNull();
    }

    private static async Task<string?> EnsureAsync(ServiceApp app, string? email = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Centra:Operator:Email"] = email }).Build();
        using var console = new StringWriter();
        await new FirstOperator(app.Get<IServiceScopeFactory>(), app.Get<Storage.ReadStore>(), configuration, app.Get<IdSource>()).EnsureAsync(console);
        return Printed().Match(console.ToString()) is { Success: true } match ? match.Groups[1].Value : null;
    }

    [GeneratedRegex("one-time password: (\\S+)")]
    private static partial Regex Printed();
}
