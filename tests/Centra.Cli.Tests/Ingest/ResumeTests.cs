using System.Diagnostics;

namespace Centra.Cli.Tests.Ingest;

[Collection(ServiceCollection.Name)]
public sealed class ResumeTests(ServiceFixture service) : IAsyncLifetime
{
    private Gateway _gateway = null!;
    private Shell _shell = null!;
    private long _lines;

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync(service.Address);
        _shell = new Shell(_gateway.Address, await service.PracticeKeyAsync());
        _lines = Samples.Export(_shell.Path("in"), patients: 150);
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        _shell.Dispose();
    }

    [Fact]
    public async Task Ingest_KilledInTheMiddle_GoesOnWithTheSameJobAndWhatIsMissing()
    {
        var held = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        _gateway.After = context => HoldFrom(batch: 5, context, held, release.Task);
        using (var killed = Start("ingest", _shell.Path("in"), "--parallel", "1"))
        {
            await held.Task.WaitAsync(TimeSpan.FromSeconds(60));
            killed.Kill();
            await killed.WaitForExitAsync();
        }
        release.SetResult();
        _gateway.After = _ => Task.CompletedTask;
        _gateway.Requests.Clear();

        var ended = await _shell.RunAsync("ingest", _shell.Path("in"), "--json");

        ended.Counts.ShouldBe((_lines, _lines, 0, 0, 0, 0), ended.Error);
        ended.Error.ShouldContain("Going on with job");
        _gateway.Requests.ShouldNotContain("POST /api/ingest/jobs");
        _gateway.Batches.Min().ShouldBe(5);
        _gateway.Batches.ShouldBeUnique();
    }

    [Fact]
    public async Task Ingest_ServiceGoneForLong_GivesUpAndTheSameCommandGoesOn()
    {
        _gateway.Before = context => Drop(context, when: _gateway.Batches.Count > 3);
        var failed = await _shell.RunAsync("ingest", _shell.Path("in"), "--parallel", "3");
        _gateway.Before = _ => Task.FromResult(false);
        var ended = await _shell.RunAsync("ingest", _shell.Path("in"), "--json");

        failed.ShouldFailWith("cannot be reached");
        failed.Error.ShouldContain("the same command goes on with it");
        ended.Counts.ShouldBe((_lines, _lines, 0, 0, 0, 0), ended.Error);
    }

    [Fact]
    public async Task Ingest_InputChangedSince_OpensANewJobAndSaysSo()
    {
        _gateway.Before = context => Drop(context, when: _gateway.Batches.Count > 3);
        await _shell.RunAsync("ingest", _shell.Path("in"));
        _gateway.Before = _ => Task.FromResult(false);
        _shell.Write("in/more.ndjson", Samples.Patient("one-more") + "\n");

        var ended = await _shell.RunAsync("ingest", _shell.Path("in"), "--json");

        ended.Error.ShouldContain("The input has changed since job");
        ended.Count("read").ShouldBe(_lines + 1);
        _gateway.Requests.Count(request => request == "POST /api/ingest/jobs").ShouldBe(2);
    }

    [Fact]
    public async Task Ingest_RejectedBeforeTheKill_AreStillReportedAfterIt()
    {
        Directory.Delete(_shell.Path("in"), recursive: true);
        Directory.CreateDirectory(_shell.Path("in"));
        var lines = Enumerable.Range(1, 4_000).Select(number => number == 10 ? "bad" : Samples.Condition($"c{number}", "p"));
        _shell.Write("in/all.ndjson", string.Join('\n', lines.Prepend(Samples.Patient("p"))));
        _gateway.Before = context => Drop(context, when: _gateway.Batches.Count > 3);
        await _shell.RunAsync("ingest", _shell.Path("in"));
        _gateway.Before = _ => Task.FromResult(false);

        var ended = await _shell.RunAsync("ingest", _shell.Path("in"), "--json");

        ended.Counts.ShouldBe((4_001, 4_000, 0, 0, 0, 1), ended.Error);
        ended.Json.GetProperty("rejects")[0].GetRawText().ShouldBe("""{"file":"all.ndjson","line":11,"code":"NotJson"}""");
    }

    [Fact]
    public async Task Ingest_TornNotebook_LosesOneReceiptAtMost()
    {
        _gateway.Before = context => Drop(context, when: _gateway.Batches.Count > 3);
        await _shell.RunAsync("ingest", _shell.Path("in"), "--parallel", "1");
        _gateway.Before = _ => Task.FromResult(false);
        var notebook = Directory.GetFiles(_shell.Path(".state")).Single();
        await File.WriteAllBytesAsync(notebook, (await File.ReadAllBytesAsync(notebook))[..^5]);
        _gateway.Requests.Clear();

        var ended = await _shell.RunAsync("ingest", _shell.Path("in"), "--json");

        ended.Counts.ShouldBe((_lines, _lines, 0, 0, 0, 0), ended.Error);
        _gateway.Batches.Min().ShouldBe(3);
    }

    [Fact]
    public async Task Ingest_Interrupted_KeepsOthersOutUntilThenAndSaysHowToGoOn()
    {
        var held = new TaskCompletionSource();
        _gateway.Before = async context =>
        {
            await HoldFrom(batch: 2, context, held, Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
            return false;
        };
        using var stopped = Start("ingest", _shell.Path("in"));
        await held.Task.WaitAsync(TimeSpan.FromSeconds(60));
        var beside = await _shell.RunAsync("ingest", _shell.Path("in"));
        using (var signal = Process.Start("kill", ["-INT", stopped.Id.ToString()]))
            await signal.WaitForExitAsync();
        var error = await stopped.StandardError.ReadToEndAsync();
        await stopped.WaitForExitAsync();

        beside.ShouldFailWith("Another run is sending this input");
        stopped.ExitCode.ShouldBe(1);
        error.ShouldContain("the same command goes on with it");
        error.ShouldContain("Interrupted.");
    }

    private static async Task HoldFrom(int batch, Microsoft.AspNetCore.Http.HttpContext context, TaskCompletionSource held, Task release)
    {
        if (!context.Request.Path.Value!.EndsWith($"/batches/{batch}", StringComparison.Ordinal))
            return;
        held.TrySetResult();
        await release;
    }

    private static Task<bool> Drop(Microsoft.AspNetCore.Http.HttpContext context, bool when)
    {
        if (when)
            context.Abort();
        return Task.FromResult(when);
    }

    private Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Centra.Cli.dll"), .. args]) { RedirectStandardError = true };
        foreach (var (name, value) in _shell.Variables)
            start.Environment[name] = value;
        start.Environment["CENTRA_STATE"] = _shell.Path(".state");
        return Process.Start(start)!;
    }
}
