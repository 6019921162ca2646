using System.Text;
using Centra.Storage;

namespace Centra.Service.Tests.People;

public class SessionKeysTests
{
    [Fact]
    public async Task Keys_AtRest_AreSealed()
    {
        using var folder = new TempFolder();
        await using var app = await ServiceApp.StartAsync(folder.Path);
        await app.TokenAsync((await app.AdmitAsync("sealed")).Email);

        var stored = await app.Get<ReadStore>().Database.ReadAsync(session => session.QueryAsync("select sealed from session_key", row => row.GetFieldValue<byte[]>(0)));

        stored.ShouldNotBeEmpty();
        stored.ShouldAllBe(box => !Encoding.Latin1.GetString(box).Contains("masterKey"));
        app.Get<SessionKeys>().GetAllElements().ShouldContain(element => element.ToString().Contains("masterKey"));
    }

    [Fact]
    public async Task Token_OfAnotherInstallation_IsRefused()
    {
        using var folder = new TempFolder();
        using var other = new TempFolder();
        await using var app = await ServiceApp.StartAsync(folder.Path);
        await using var elsewhere = await ServiceApp.StartAsync(other.Path);
        var token = await elsewhere.TokenAsync((await elsewhere.AdmitAsync("stranger")).Email);

        await app.Client(token).GetAsync("/api/account").ShouldRefuse(System.Net.HttpStatusCode.Unauthorized, "NotAuthenticated");
    }
}
