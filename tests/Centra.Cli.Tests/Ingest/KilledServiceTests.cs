namespace Centra.Cli.Tests.Ingest;

public sealed class KilledServiceTests
{
    [Fact]
    public async Task Ingest_ServiceKilledInTheMiddle_GoesOnOnceItIsBack()
    {
        using var folder = new TempFolder();
        var key = await PrepareAsync(folder.Path);
        using var shell = new Shell("", key);
        var lines = Samples.Export(shell.Path("in"), patients: 150);
        await using var first = await ServiceProcess.StartAsync(folder.Path);
        await using var gateway = await Gateway.StartAsync(first.Address);
        shell.Variables["CENTRA_SERVER"] = gateway.Address;
        gateway.After = async context =>
        {
            if (context.Request.Path.Value!.EndsWith("/batches/4", StringComparison.Ordinal))
                await first.KillAsync();
        };
        var failed = await shell.RunAsync("ingest", shell.Path("in"));
        await using var second = await ServiceProcess.StartAsync(folder.Path);
        gateway.Service = second.Address;

        var ended = await shell.RunAsync("ingest", shell.Path("in"), "--json");
        var again = await shell.RunAsync("ingest", shell.Path("in"), "--json");

        failed.Code.ShouldBe(1);
        ended.Counts.ShouldBe((lines, lines, 0, 0, 0, 0), ended.Error);
        again.Counts.ShouldBe((lines, 0, lines, 0, 0, 0), again.Error);
        gateway.Requests.Count(request => request == "POST /api/ingest/jobs").ShouldBe(2);
    }

    private static async Task<string> PrepareAsync(string folder)
    {
        await using var service = new ServiceFixture(folder);
        await service.InitializeAsync();
        return await service.PracticeKeyAsync();
    }
}
