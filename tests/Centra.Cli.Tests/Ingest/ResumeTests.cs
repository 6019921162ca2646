using Microsoft.AspNetCore.Http;

namespace Centra.Cli.Tests.Ingest;

public sealed class ResumeTests(ServiceFixture service) : GatewayTest(service)
{
    private long _lines;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _lines = Samples.Export(Shell.Path("in"), patients: 150);
    }

    [Fact]
    public async Task Ingest_ServiceGoneForLong_GivesUpAndTheSameCommandGoesOn()
    {
        Gateway.Before = context => Drop(context, when: Gateway.Batches.Count > 3);
        var failed = await Shell.RunAsync("ingest", Shell.Path("in"), "--parallel", "3");
        Gateway.Before = _ => Task.FromResult(false);
        var ended = await Shell.RunAsync("ingest", Shell.Path("in"), "--json");

        failed.ShouldFailWith("cannot be reached");
        failed.Error.ShouldContain("the same command goes on with it");
        ended.Counts.ShouldBe((_lines, _lines, 0, 0, 0, 0), ended.Error);
    }

    [Fact]
    public async Task Ingest_InputChangedSince_OpensANewJobAndSaysSo()
    {
        Gateway.Before = context => Drop(context, when: Gateway.Batches.Count > 3);
        await Shell.RunAsync("ingest", Shell.Path("in"));
        Gateway.Before = _ => Task.FromResult(false);
        Shell.Write("in/more.ndjson", Samples.Patient("one-more") + "\n");

        var ended = await Shell.RunAsync("ingest", Shell.Path("in"), "--json");

        ended.Error.ShouldContain("The input has changed since job");
        ended.Count("read").ShouldBe(_lines + 1);
        Gateway.Requests.Count(request => request == "POST /api/ingest/jobs").ShouldBe(2);
    }

    [Fact]
    public async Task Ingest_RejectedBeforeTheKill_AreStillReportedAfterIt()
    {
        Directory.Delete(Shell.Path("in"), recursive: true);
        Directory.CreateDirectory(Shell.Path("in"));
        var lines = Enumerable.Range(1, 4_000).Select(number => number == 10 ? "bad" : Samples.Condition($"c{number}", "p"));
        Shell.Write("in/all.ndjson", string.Join('\n', lines.Prepend(Samples.Patient("p"))));
        Gateway.Before = context => Drop(context, when: Gateway.Batches.Count > 3);
        await Shell.RunAsync("ingest", Shell.Path("in"));
        Gateway.Before = _ => Task.FromResult(false);

        var ended = await Shell.RunAsync("ingest", Shell.Path("in"), "--json");

        ended.Counts.ShouldBe((4_001, 4_000, 0, 0, 0, 1), ended.Error);
        ended.Json.GetProperty("rejects")[0].GetRawText().ShouldBe("""{"file":"all.ndjson","line":11,"code":"NotJson"}""");
    }

    [Fact]
    public async Task Ingest_TornNotebook_LosesOneReceiptAtMost()
    {
        Gateway.Before = context => Drop(context, when: Gateway.Batches.Count > 3);
        await Shell.RunAsync("ingest", Shell.Path("in"), "--parallel", "1");
        Gateway.Before = _ => Task.FromResult(false);
        var notebook = Directory.GetFiles(Shell.Path(".state")).Single();
        await File.WriteAllBytesAsync(notebook, (await File.ReadAllBytesAsync(notebook))[..^5]);
        Gateway.Requests.Clear();

        var ended = await Shell.RunAsync("ingest", Shell.Path("in"), "--json");

        ended.Counts.ShouldBe((_lines, _lines, 0, 0, 0, 0), ended.Error);
        Gateway.Batches.Min().ShouldBe(3);
    }

    private static Task<bool> Drop(HttpContext context, bool when)
    {
        if (when)
            context.Abort();
        return Task.FromResult(when);
    }
}
