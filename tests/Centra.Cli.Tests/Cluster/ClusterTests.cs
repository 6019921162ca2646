using System.Diagnostics;
using Centra.Cli.Hosting;
using Centra.Cli.Tour;
using Centra.Silo;

namespace Centra.Cli.Tests.Cluster;

/// <summary>Real processes that form a cluster, and one that dies.</summary>
public sealed class ClusterTests
{
    [Fact]
    public async Task Cluster_LosingASilo_GoesOnAndLetsNobodyIn()
    {
        await using var silos = await StartAsync();
        using var shell = new Shell(silos.Address(0), silos.Key(0));
        var lines = Samples.Export(shell.Path("in"), patients: 40);
        var other = Samples.Export(shell.Path("other"), patients: 40, seed: 8);

        var sent = await Task.WhenAll(
            shell.RunAsync("ingest", shell.Path("in"), "--json"),
            shell.RunAsync("ingest", shell.Path("other"), "--json", "--server", silos.Address(1), "--key", silos.Key(1)));
        var optOut = shell.Write("one.ndjson", await FirstPatientAsync(shell.Path("in")));
        var entered = await shell.RunAsync("opt-out", optOut);
        var screened = await ScreenAsync(shell, optOut, silos.Address(1));
        await silos.KillAsync(0);
        await UntilAsync(async () => (await ScreenAsync(shell, optOut, silos.Address(1))).Code == 0);
        var after = await shell.RunAsync("ingest", shell.Path("in"), "--json", "--server", silos.Address(1));
        await silos.StartAsync(0);
        var back = await ScreenAsync(shell, optOut, silos.Address(0));

        sent.Select(one => one.Counts).ShouldBe([(lines, lines, 0, 0, 0, 0), (other, other, 0, 0, 0, 0)]);
        entered.Code.ShouldBe(0, entered.Error);
        screened.Count("suppressed").ShouldBe(1, screened.Error);
        after.Count("accepted").ShouldBe(0, after.Error);
        after.Count("suppressed").ShouldBeGreaterThan(0);
        (after.Count("unchanged") + after.Count("suppressed")).ShouldBe(lines);
        back.Count("suppressed").ShouldBe(1, back.Error);
    }

    [Fact]
    public async Task Request_EachCallToTheOtherSilo_GoesItsWholeWay()
    {
        await using var silos = await StartAsync();
        var turn = 0;
        await using var gateway = await Gateway.StartAsync(silos.Address(0));
        gateway.Before = _ =>
        {
            gateway.Service = silos.Address(turn++ % 2);
            return Task.FromResult(false);
        };
        using var shell = new Shell(gateway.Address, "");
        using var folder = new ScratchFolder();
        var around = shell.Around(new StringWriter(), new StringWriter());
        await using var stage = new TourStage(around, folder);
        await stage.JoinAsync(new Uri(gateway.Address), silos.Folder(0), TestContext.Current.CancellationToken);
        var guide = new TourGuide(around);

        await new RequestTour(guide, stage).RunAsync(TestContext.Current.CancellationToken);

        guide.Steps.ShouldBe(10);
        turn.ShouldBeGreaterThan(50);
    }

    [Fact]
    public async Task Silo_WithoutACluster_IsRefusedInOneSentence()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Centra.Api.dll"), "silo"]) { RedirectStandardError = true })!;

        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        error.ShouldStartWith("Centra cannot start: a silo without the service belongs to a cluster");
        error.Trim().Split('\n').Length.ShouldBe(1);
        process.ExitCode.ShouldBe(1);
    }

    private static async Task<TwoSilos> StartAsync()
    {
        Assert.SkipUnless(SiloHosting.IsForClusters, "The embedded engine is one process.");
        var server = await PrivatePostgres.TryStartAsync();
        Assert.SkipWhen(server is null, PrivatePostgres.Absence);
        var silos = new TwoSilos(server);
        await silos.StartAsync();
        return silos;
    }

    private static async Task<string> FirstPatientAsync(string folder) =>
        (await File.ReadAllLinesAsync(Directory.GetFiles(folder, "Patient*").Order().First()))[0];

    private static Task<Ended> ScreenAsync(Shell shell, string file, string address) =>
        shell.RunAsync("screen", file, "--out", shell.Path("permitted"), "--json", "--server", address);

    // A silo that died is taken out after some seconds; the bound says when something is wrong, and is waited for only then.
    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        var waited = Stopwatch.StartNew();
        while (!await holds())
        {
            waited.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(2));
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }
    }
}
