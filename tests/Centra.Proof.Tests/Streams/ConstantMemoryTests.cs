using System.Globalization;
using System.Text.Json;
using Centra.Proof.Model;
using Centra.Service.Tests.Hosts;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Proof.Streams;

/// <summary>
/// The real program with a heap much smaller than what goes through it. CENTRA_PROOF_STREAM_MB says how many megabytes are screened, in one
/// request; a sixteenth of that is ingested.
/// </summary>
public sealed class ConstantMemoryTests
{
    private const int HeapMegabytes = 96;

    // Code, mapped files, stacks and what SQLite takes beside its caches.
    private const int RestMegabytes = 250;

    // Beside the read model's, which is small, the vault and the keys have one each; long streams fill them.
    private const int CachesMegabytes = 2 * SqliteConnections.LargeCache;
    private const long Megabyte = 1_000_000;
    private const long BatchBytes = Megabyte;
    private static readonly long Stream = ModelRun.Size("CENTRA_PROOF_STREAM_MB", 144) * Megabyte;

    [Fact]
    public async Task Service_WithAHeapSmallerThanTheStream_AnswersEachLine()
    {
        using var folder = new TempFolder();
        var key = await PrepareAsync(folder.Path);
        var limits = new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = (HeapMegabytes * Megabyte).ToString("x", CultureInfo.InvariantCulture), ["DOTNET_gcServer"] = "0" };
        await using var service = await ServiceProcess.StartAsync(folder.Path, variables: limits);

        var screened = new EndlessLines(Stream, EndlessLines.Identity);
        (await ScreeningWire.ScreenAsync(service.Address, key, screened)).ShouldBe(screened.Given);
        var after = Memory(service);
        service.MemoryOf("VmHWM").ShouldBeLessThan((HeapMegabytes + RestMegabytes) * Megabyte);
        var ingested = await IngestAsync(service.Address, key);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Stream / Megabyte} MB with {screened.Given} people screened in one request: {after}; {Stream / 16 / Megabyte} MB with {ingested} patients ingested: {Memory(service)}; heap limit {HeapMegabytes} MB");
        service.MemoryOf("VmHWM").ShouldBeLessThan((HeapMegabytes + RestMegabytes + CachesMegabytes) * Megabyte);
    }

    private static async Task<long> IngestAsync(string address, string key)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address), DefaultRequestHeaders = { Authorization = new("Bearer", key) }, Timeout = TimeSpan.FromMinutes(10) };
        var job = (await http.Post("/api/ingest/jobs", new { }).Json()).Text("jobId");
        var (accepted, sent) = (0L, 0L);
        for (var batch = 1; sent < Stream / 16; batch++, sent += BatchBytes)
        {
            var from = batch * 1_000_000L;
            var lines = new EndlessLines(BatchBytes, at => Patient(from + at));
            var receipt = await http.PutAsync($"/api/ingest/jobs/{job}/batches/{batch}", new EndlessContent(lines) { Headers = { ContentType = new("application/fhir+ndjson") } }).Json();
            receipt.GetProperty("counts").GetProperty("accepted").GetInt64().ShouldBe(lines.Given);
            accepted += lines.Given;
        }
        return accepted;
    }

    private static string Patient(long at)
    {
        var identity = JsonDocument.Parse(EndlessLines.Identity(at)).RootElement;
        return new TestPerson(identity.GetProperty("given")[0].GetString()!, identity.Text("family"), identity.Text("birthDate")) { PostalCode = identity.Text("postalCode"), AddressLine = identity.Text("addressLine") }.Patient($"p-{at}");
    }

    private static string Memory(ServiceProcess service) => $"{service.MemoryOf("VmHWM") / Megabyte} MB resident at the most, {service.MemoryOf("RssAnon") / Megabyte} MB of them its own now";

    private static async Task<string> PrepareAsync(string folder)
    {
        await using var app = await ServiceApp.StartAsync(folder);
        return (await app.AsPractice("north")).DefaultRequestHeaders.Authorization!.Parameter!;
    }
}
