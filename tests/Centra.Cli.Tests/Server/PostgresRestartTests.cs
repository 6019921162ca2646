namespace Centra.Cli.Tests.Server;

/// <summary>A process alone on PostgreSQL has it to itself, and is back at once after it was killed.</summary>
public sealed class PostgresRestartTests
{
    [Fact]
    public async Task Service_KilledOnPostgres_StartsAgainAtOnce()
    {
        var server = await PrivatePostgres.TryStartAsync();
        Assert.SkipWhen(server is null, PrivatePostgres.Absence);
        using var folder = new TempFolder();
        var settings = new Dictionary<string, string> { ["Centra__Postgres"] = await server.CreateDatabaseAsync(), ["Centra__PostgresKeys"] = await server.CreateDatabaseAsync() };
        await using (var service = await ServiceProcess.StartAsync(folder.Path, variables: settings))
            await service.KillAsync();

        var begun = TimeProvider.System.GetTimestamp();
        await using var again = await ServiceProcess.StartAsync(folder.Path, variables: settings);

        TimeProvider.System.GetElapsedTime(begun).ShouldBeLessThan(Centra.Storage.DatabaseOwnership.Patience);
    }
}
