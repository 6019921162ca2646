using System.Diagnostics;
using Centra.Silo;

namespace Centra.Cli.Tests.Cluster;

/// <summary>What an operator reads at the level of warnings when nothing is wrong: nothing.</summary>
public sealed class QuietTests
{
    [Fact]
    public async Task Service_StartedUsedAndStopped_WarnsOfNothing()
    {
        using var folder = new TempFolder();
        await using var service = await ServiceProcess.StartAsync(folder.Path, options: "--demo");
        using var http = new HttpClient { BaseAddress = new Uri(service.Address) };
        (await http.GetAsync("/", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

        var code = await service.StopAsync();

        service.Complaints.ShouldBeEmpty();
        code.ShouldBe(0);
    }

    [Fact]
    public async Task Service_StoppedWhileSomebodySends_StopsInTimeAndWarnsOfNothing()
    {
        using var folder = new TempFolder();
        await using var service = await ServiceProcess.StartAsync(folder.Path, options: "--demo");
        using var slow = await SlowRequest.BeginAsync(service.Address, Path.Combine(folder.Path, "demo-credentials.json"));
        var began = Stopwatch.StartNew();

        var code = await service.StopAsync();

        began.Elapsed.ShouldBeInRange(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(25), "requests have ten seconds, all of it thirty");
        service.Complaints.ShouldBeEmpty();
        code.ShouldBe(0);
    }

    [Fact]
    public async Task Cluster_StartedUsedAndStopped_WarnsOfNothing()
    {
        Assert.SkipUnless(SiloHosting.IsForClusters, "The embedded engine is one process.");
        var server = await PrivatePostgres.TryStartAsync();
        Assert.SkipWhen(server is null, PrivatePostgres.Absence);
        await using var silos = new TwoSilos(server);
        await silos.StartAsync();
        using var shell = new Shell(silos.Address(0), silos.Key(0));
        Samples.Export(shell.Path("in"), patients: 10);
        var sent = await shell.RunAsync("ingest", shell.Path("in"), "--json");

        var codes = (await silos.StopAsync(0), await silos.StopAsync(1));

        sent.Code.ShouldBe(0, sent.Error);
        silos.Complaints(0).ShouldBeEmpty("the one that stopped first");
        silos.Complaints(1).ShouldBeEmpty("the one that stopped last");
        codes.ShouldBe((0, 0));
    }
}
