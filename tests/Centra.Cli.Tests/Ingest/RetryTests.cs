using System.Net;
using Microsoft.AspNetCore.Http;

namespace Centra.Cli.Tests.Ingest;

public sealed class RetryTests(ServiceFixture service) : GatewayTest(service)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Shell.Write("p.ndjson", Samples.Patient("p1") + "\n");
    }

    [Fact]
    public async Task Request_TooMany_IsRepeatedAfterWhatTheServiceAsks()
    {
        Gateway.AnswerFirst(2, HttpStatusCode.TooManyRequests, retryAfter: "7");

        (await Shell.RunAsync("ingest", Shell.Path("p.ndjson"), "--json")).Counts.Accepted.ShouldBe(1);

        Shell.Clock.Waits.Count(wait => wait == TimeSpan.FromSeconds(7)).ShouldBe(2);
    }

    [Fact]
    public async Task Request_Unavailable_IsRepeatedAfterGrowingWaits()
    {
        Gateway.AnswerFirst(3, HttpStatusCode.ServiceUnavailable);

        var ended = await Shell.RunAsync("ingest", Shell.Path("p.ndjson"), "--json");

        ended.Counts.Accepted.ShouldBe(1);
        Shell.Clock.Waits.Take(3).ShouldBe([TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)]);
        ended.Error.ShouldContain("status 503");
    }

    [Fact]
    public async Task Request_UnavailableForGood_GivesUp()
    {
        Gateway.AnswerFirst(int.MaxValue, HttpStatusCode.ServiceUnavailable);

        (await Shell.RunAsync("ingest", Shell.Path("p.ndjson"))).ShouldFailWith("status 503");

        Gateway.Requests.Count.ShouldBe(10);
    }

    [Fact]
    public async Task Batch_ConnectionLostAfterItArrived_IsSentAgainAndCountedOnce()
    {
        var lost = false;
        Gateway.After = context =>
        {
            if (!lost && context.Request.Path.Value!.Contains("/batches/"))
                context.Abort();
            lost |= context.Request.Path.Value!.Contains("/batches/");
            return Task.CompletedTask;
        };

        var ended = await Shell.RunAsync("ingest", Shell.Path("p.ndjson"), "--json");

        ended.Counts.ShouldBe((1, 1, 0, 0, 0, 0));
        Gateway.Batches.ShouldBe([1, 1]);
    }

    [Fact]
    public async Task Batches_SentInParallel_NeverStandBesideADeletion()
    {
        var (running, overlaps) = (0, new List<string>());
        var isDeletion = false;
        Gateway.Before = async context =>
        {
            context.Request.EnableBuffering();
            var body = await new StreamReader(context.Request.Body, leaveOpen: true).ReadToEndAsync();
            context.Request.Body.Position = 0;
            var deletes = body.Contains("\"Bundle\"");
            if (Interlocked.Increment(ref running) > 1 && (deletes || Volatile.Read(ref isDeletion)))
                overlaps.Add(context.Request.Path);
            Volatile.Write(ref isDeletion, deletes);
            return false;
        };
        Gateway.After = _ => Task.FromResult(Interlocked.Decrement(ref running));
        var records = Enumerable.Range(1, 2_500).Select(number => Samples.Condition($"c{number}", "p"));
        string[] lines = [Samples.Patient("p"), .. records, Samples.Deletion("Condition/c1"), Samples.Condition("c1", "p"), .. records.Skip(1)];
        Shell.Write("all.ndjson", string.Join('\n', lines));

        var ended = await Shell.RunAsync("ingest", Shell.Path("all.ndjson"), "--json", "--parallel", "8");

        overlaps.ShouldBeEmpty();
        ended.Counts.ShouldBe((5_002, 2_503, 2_499, 0, 0, 0), ended.Error);
    }
}
