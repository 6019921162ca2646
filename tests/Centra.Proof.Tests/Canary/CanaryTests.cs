using System.Text;
using Centra.Service.Tests.Hosts;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Proof.Canary;

/// <summary>After a day of the gate nobody who came by stands in the clear anywhere: in no file, no table, no line of the log.</summary>
public sealed class CanaryTests
{
    private static readonly ByteScan Scan = new(Cages.Marks);

    [Fact]
    public async Task Sqlite_AfterADay_NamesNobody()
    {
        using var folder = new TempFolder();
        await using (var app = await ServiceApp.StartAsync(folder.Path))
        {
            await new Day(app, await app.AsPractice("north")).RunAsync();
            (await Findings.InTablesAsync(Scan, folder.Path)).ShouldBeEmpty();
            (await Findings.InFilesAsync(Scan, folder.Path)).ShouldBeEmpty("while it runs");
            CheckLog(app);
        }
        (await Findings.InFilesAsync(Scan, folder.Path)).ShouldBeEmpty("after it ended");
        await using (var again = await ServiceApp.StartAsync(folder.Path))
            CheckLog(again);
    }

    [Fact]
    public async Task Postgres_AfterADay_NamesNobody()
    {
        var server = await PrivatePostgres.TryStartAsync();
        if (server is null)
            Assert.Skip(PrivatePostgres.Absence);
        using var folder = new TempFolder();
        var (main, keys) = (await server!.CreateDatabaseAsync(), await server.CreateDatabaseAsync());
        await using var app = await ServiceApp.StartAsync(folder.Path, (main, keys));

        await new Day(app, await app.AsPractice("north")).RunAsync();

        foreach (var database in new[] { main, keys })
            (await Findings.InPostgresAsync(Scan, database)).ShouldBeEmpty();
        (await Findings.InFilesAsync(Scan, folder.Path)).ShouldBeEmpty();
        CheckLog(app);
        await PlantAsync(app);
        (await Findings.InPostgresAsync(Scan, main)).ShouldContain($"register_fact.value: {Cages.Stays.Family}");
    }

    [Fact]
    public async Task Scan_OfWhatWasPlanted_FindsIt()
    {
        using var folder = new TempFolder();
        await using var app = await ServiceApp.StartAsync(folder.Path);

        await PlantAsync(app);

        (await Findings.InTablesAsync(Scan, folder.Path)).ShouldContain($"vault.db register_fact.value: {Cages.Stays.Family}");
        (await Findings.InFilesAsync(Scan, folder.Path)).ShouldContain(one => one.StartsWith("vault.db") && one.EndsWith(Cages.Stays.Family));
    }

    private static Task<byte[]> PlantAsync(ServiceApp app) => app.Get<Vault>().Database.WriteAsync(
        Fence.None, session => RegisterFacts.KeepAsync(session, "planted", Encoding.Unicode.GetBytes($"here is {Cages.Stays.Family.ToUpperInvariant()}.")));

    private static void CheckLog(ServiceApp app)
    {
        app.Logs.Text.ShouldContain("The gate is open");
        Scan.In(Encoding.UTF8.GetBytes(app.Logs.Text)).ShouldBeEmpty("in the log");
    }
}
