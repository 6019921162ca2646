using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Centra.Cli.Tests.Ingest;

/// <summary>The command as a process of its own, stopped from outside.</summary>
public sealed class StoppedCommandTests(ServiceFixture service) : GatewayTest(service)
{
    private long _lines;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _lines = Samples.Export(Shell.Path("in"), patients: 150);
    }

    [Fact]
    public async Task Ingest_KilledInTheMiddle_GoesOnWithTheSameJobAndWhatIsMissing()
    {
        var held = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        Gateway.After = context => HoldFrom(batch: 5, context, held, release.Task);
        using (var killed = Start("ingest", Shell.Path("in"), "--parallel", "1"))
        {
            await held.Task.WaitAsync(TimeSpan.FromSeconds(60));
            killed.Kill();
            await killed.WaitForExitAsync();
        }
        release.SetResult();
        Gateway.After = _ => Task.CompletedTask;
        Gateway.Requests.Clear();

        var ended = await Shell.RunAsync("ingest", Shell.Path("in"), "--json");

        ended.Counts.ShouldBe((_lines, _lines, 0, 0, 0, 0), ended.Error);
        ended.Error.ShouldContain("Going on with job");
        Gateway.Requests.ShouldNotContain("POST /api/ingest/jobs");
        Gateway.Batches.Min().ShouldBe(5);
        Gateway.Batches.ShouldBeUnique();
    }

    [Fact]
    public async Task Ingest_Interrupted_KeepsOthersOutUntilThenAndSaysHowToGoOn()
    {
        var held = new TaskCompletionSource();
        Gateway.Before = async context =>
        {
            await HoldFrom(batch: 2, context, held, Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
            return false;
        };
        using var stopped = Start("ingest", Shell.Path("in"));
        await held.Task.WaitAsync(TimeSpan.FromSeconds(60));
        var beside = await Shell.RunAsync("ingest", Shell.Path("in"));
        // Ctrl-C does the same, but reaches nobody where the tests themselves run in a shell's background.
        using (var signal = Process.Start("kill", ["-TERM", stopped.Id.ToString()]))
            await signal.WaitForExitAsync();
        var error = await stopped.StandardError.ReadToEndAsync();
        await stopped.WaitForExitAsync();

        beside.ShouldFailWith("Another run is sending this input");
        stopped.ExitCode.ShouldBe(1);
        error.ShouldContain("the same command goes on with it");
        error.ShouldContain("Interrupted.");
    }

    private static async Task HoldFrom(int batch, HttpContext context, TaskCompletionSource held, Task release)
    {
        if (!context.Request.Path.Value!.EndsWith($"/batches/{batch}", StringComparison.Ordinal))
            return;
        held.TrySetResult();
        await release;
    }

    private Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Centra.Cli.dll"), .. args]) { RedirectStandardError = true };
        foreach (var (name, value) in Shell.Variables)
            start.Environment[name] = value;
        start.Environment["CENTRA_STATE"] = Shell.Path(".state");
        return Process.Start(start)!;
    }
}
