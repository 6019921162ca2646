using Centra.Cli.Ingest;
using Centra.Cli.Input;
using Centra.Cli.Server;
using Microsoft.AspNetCore.Http;

namespace Centra.Cli.Tests.Ingest;

[Collection(ServiceCollection.Name)]
public sealed class ZippedBatchTests(ServiceFixture service)
{
    [Fact]
    public async Task Batch_Zipped_IsReadByTheService()
    {
        var key = await service.PracticeKeyAsync();
        await using var gateway = await Gateway.StartAsync(service.Address);
        var encodings = new List<string>();
        gateway.Before = context =>
        {
            if (context.Request.Method == HttpMethods.Put)
                encodings.Add(context.Request.Headers.ContentEncoding.ToString());
            return Task.FromResult(false);
        };
        using var shell = new Shell(gateway.Address, key);
        using var server = new Connection(new Uri(gateway.Address), key, shell.Around(TextWriter.Null, TextWriter.Null));
        var jobs = new JobApi(server, zips: true);
        var job = await jobs.OpenAsync(null, "one", CancellationToken.None);
        var file = InputFiles.Single(shell.Write("p.ndjson", $"{Samples.Patient("p1")}\n{Samples.Patient("p2", "Holt")}\n"));

        await foreach (var batch in new LineCutter(_ => LineGroup.People, _ => { }).CutAsync(file, CancellationToken.None))
            (await jobs.SendAsync(job.JobId, 1, batch, CancellationToken.None)).Counts.Accepted.ShouldBe(2);

        encodings.ShouldBe(["gzip"]);
    }
}
