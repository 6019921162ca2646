using System.IO.Compression;

namespace Centra.Cli.Tests.Ingest;

[Collection(ServiceCollection.Name)]
public sealed class IngestTests(ServiceFixture service)
{
    [Fact]
    public async Task Ingest_WholeSharedSampleTwice_EveryLineIsAccountedAndNothingChanges()
    {
        var folder = SharedData.Path("fhir-bulk-10");
        var lines = Directory.GetFiles(folder, "*.ndjson").Sum(file => File.ReadLines(file).LongCount(line => line.Length > 0));
        using var shell = await ShellAsync();

        var first = await shell.RunAsync("ingest", folder, "--json", "--parallel", "4");
        var second = await shell.RunAsync("ingest", folder, "--json");

        first.Counts.ShouldBe((lines, lines, 0, 0, 0, 0), first.Error);
        second.Counts.ShouldBe((lines, 0, lines, 0, 0, 0), second.Error);
        (first.Code, second.Code).ShouldBe((0, 0));
        second.Json.GetProperty("jobId").GetString().ShouldNotBe(first.Json.GetProperty("jobId").GetString());
    }

    [Fact]
    public async Task Ingest_PatientsBehindTheirRecords_GoFirst()
    {
        using var shell = await ShellAsync();
        Directory.CreateDirectory(shell.Path("in"));
        shell.Write("in/a.ndjson", $"{Samples.Condition("c1", "p1")}\n{Samples.Patient("p1")}\n\n{Samples.Condition("c2", "p2")}\n");
        shell.Write("in/z.ndjson", $"{Samples.Patient("p2")}\n");

        (await shell.RunAsync("ingest", shell.Path("in"), "--json")).Counts.ShouldBe((4, 4, 0, 0, 0, 0));
    }

    [Fact]
    public async Task Ingest_SomeLinesBad_ReportsFileLineAndCode()
    {
        using var shell = await ShellAsync();
        var path = shell.Write("mixed.ndjson", $"\uFEFF{Samples.Patient("p1")}\r\nno json\r\n\r\n{Samples.Condition("c1", "nobody")}\r\n{Samples.Condition("c2", "p1")}");

        var ended = await shell.RunAsync("ingest", path, "--json");

        ended.Code.ShouldBe(2);
        ended.Counts.ShouldBe((4, 2, 0, 0, 0, 2));
        ended.Json.GetProperty("rejectsByCode").GetRawText().ShouldBe("""{"NotJson":1,"UnknownSubject":1}""");
        ended.Json.GetProperty("rejects").EnumerateArray().Select(reject => reject.GetRawText()).ShouldBe(
        [
            """{"file":"mixed.ndjson","line":2,"code":"NotJson"}""",
            """{"file":"mixed.ndjson","line":4,"code":"UnknownSubject"}""",
        ], ignoreOrder: true);
        ended.Error.ShouldContain("mixed.ndjson:2 NotJson");
    }

    [Fact]
    public async Task Ingest_LineOver16MiB_IsRejectedHereAndNeverSent()
    {
        using var shell = await ShellAsync();
        var path = shell.Write("long.ndjson", $"{Samples.Patient("p1")}\n{{\"resourceType\":\"Patient\",\"id\":\"{new string('x', 20 << 20)}\"}}\n{Samples.Patient("p2", "Other")}\n");

        var ended = await shell.RunAsync("ingest", path, "--json");

        ended.Counts.ShouldBe((3, 2, 0, 0, 0, 1));
        ended.Json.GetProperty("rejects")[0].GetRawText().ShouldBe("""{"file":"long.ndjson","line":2,"code":"LineTooLong"}""");
        ended.Code.ShouldBe(2);
    }

    [Fact]
    public async Task Ingest_Gzip_IsReadLikeThePlainFile()
    {
        using var shell = await ShellAsync();
        await using (var zip = new GZipStream(File.Create(shell.Path("p.ndjson.gz")), CompressionLevel.Fastest))
            zip.Write(System.Text.Encoding.UTF8.GetBytes($"{Samples.Patient("p1")}\n{Samples.Patient("p2", "Other")}\n"));

        (await shell.RunAsync("ingest", shell.Path("p.ndjson.gz"), "--json")).Counts.ShouldBe((2, 2, 0, 0, 0, 0));
    }

    [Fact]
    public async Task Ingest_EmptyFile_IsNoLines()
    {
        using var shell = await ShellAsync();

        var ended = await shell.RunAsync("ingest", shell.Write("empty.ndjson", ""), "--json");

        ended.Counts.ShouldBe((0, 0, 0, 0, 0, 0));
        ended.Code.ShouldBe(0);
    }

    [Fact]
    public async Task Ingest_WithoutJson_EndsWithCountsOnStandardOutput()
    {
        using var shell = await ShellAsync();

        var ended = await shell.RunAsync("ingest", shell.Write("p.ndjson", Samples.Patient("p1") + "\n"));

        ended.Code.ShouldBe(0);
        foreach (var name in new[] { "read", "accepted", "unchanged", "suppressed", "review", "rejected" })
            ended.Out.ShouldContain($"  {name} ");
    }

    [Fact]
    public async Task Ingest_FinishedJob_LeavesNoNotebook()
    {
        using var shell = await ShellAsync();

        await shell.RunAsync("ingest", shell.Write("p.ndjson", Samples.Patient("p1") + "\n"));

        Directory.GetFiles(shell.Path(".state")).ShouldBeEmpty();
    }

    private async Task<Shell> ShellAsync() => new(service.Address, await service.PracticeKeyAsync());
}
