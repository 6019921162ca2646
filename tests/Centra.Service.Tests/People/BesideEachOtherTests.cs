using Centra.Practices;
using Centra.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Centra.Service.Tests.People;

/// <summary>Sign-ins, changes of users and projections write one database at the same time; nobody is told that it is busy.</summary>
public class BesideEachOtherTests
{
    private const int Many = 50;

    [Fact]
    public Task FiftyAtOnce_OnSqlite_AllSucceed() => RunAsync(null);

    [Fact]
    public async Task FiftyAtOnce_OnPostgres_AllSucceed()
    {
        if (await PrivatePostgres.TryStartAsync() is not { } server)
            Assert.Skip(PrivatePostgres.Absence);
        else
            await RunAsync((await server.CreateDatabaseAsync(), await server.CreateDatabaseAsync()));
    }

    [Fact]
    public async Task Save_OverANewerOne_IsRefusedAndNotTakenForSaved()
    {
        using var folder = new TempFolder();
        await using var app = await ServiceApp.StartAsync(folder.Path);
        var person = await app.AdmitAsync("raced");
        await using var scope = app.Scope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var user = (await users.FindByIdAsync(person.UserId))!;
        await app.TokenAsync(person.Email);

        user.DisplayName = "Too late";
        var saved = await users.UpdateAsync(user);

        saved.Errors.ShouldHaveSingleItem().Code.ShouldBe("ConcurrencyFailure");
        scope.ServiceProvider.GetRequiredService<PeopleContext>().Entry(user).State.ShouldBe(EntityState.Modified);
    }

    private static async Task RunAsync((string Main, string Keys)? postgres)
    {
        using var folder = new TempFolder();
        await using var app = await ServiceApp.StartAsync(folder.Path, postgres);
        var people = await Task.WhenAll(Enumerable.Range(0, Many).Select(number => app.AdmitAsync($"one{number}")));

        var signIns = people.Select(person => app.TokenAsync(person.Email));
        var changes = people.Select(person => RenameAsync(app, person));
        var projections = Enumerable.Range(0, Many).Select(number => JoinAsync(app, $"practice{number}"));
        await Task.WhenAll([.. signIns, .. changes, .. projections]);

        var (named, joined) = await app.Get<ReadStore>().Database.ReadAsync(async session => (
            await session.NumberAsync("select count(*) from app_user where display_name like 'Renamed%'"),
            await session.NumberAsync("select count(*) from practice")));
        (named, joined).ShouldBe((Many, Many));
    }

    private static async Task RenameAsync(ServiceApp app, Person person)
    {
        IdentityResult saved;
        do
        {
            await using var scope = app.Scope();
            var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
            var user = (await users.FindByIdAsync(person.UserId))!;
            user.DisplayName = "Renamed";
            saved = await users.UpdateAsync(user);
            saved.Errors.Select(error => error.Code).ShouldBeSubsetOf(["ConcurrencyFailure"]);
        }
        while (!saved.Succeeded);
    }

    private static async Task<string> JoinAsync(ServiceApp app, string practice)
    {
        (await app.Grain<IPracticeGrain>($"practice/{practice}").Handle(app.Command(), new JoinPractice(practice))).Refusal.ShouldBeNull();
        return practice;
    }
}
