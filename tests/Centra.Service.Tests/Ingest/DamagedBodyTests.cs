using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Centra.Api.Http;
using Centra.Ingest;

namespace Centra.Service.Tests.Ingest;

/// <summary>Bodies that are not what they say: a clear answer, no receipt, and the same batch sent whole is taken.</summary>
public class DamagedBodyTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly Patient[] Some = [.. Enumerable.Range(1, 40).Select(n => new Patient($"d{n}", $"Wilhelmina{(char)('a' + n % 26)}", "Thistlewood", $"19{20 + n}-09-17", ""))];

    private readonly ServiceApp _app = shared.App;

    public static TheoryData<string, string> Bodies => new()
    {
        { "gzip cut in the middle", nameof(IngestRefusal.BodyIsNotGzip) },
        { "gzip without its last byte", nameof(IngestRefusal.BodyIsNotGzip) },
        { "gzip with a changed checksum", nameof(IngestRefusal.BodyIsNotGzip) },
        { "plain said to be gzip", nameof(IngestRefusal.BodyIsNotGzip) },
        { "gzip said to be plain", nameof(IngestRefusal.ContentEncodingIsMissing) },
        { "zstd", nameof(RequestRefusal.EncodingIsNotTaken) },
        { "gzip twice", nameof(RequestRefusal.EncodingIsNotTaken) },
        { "empty", nameof(IngestRefusal.BatchIsEmpty) },
        { "gzip of nothing", nameof(IngestRefusal.BatchIsEmpty) },
        { "line ends only", nameof(IngestRefusal.BatchIsEmpty) },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task DamagedBody_IsRefusedAndKeepsNothing_AndTheBatchSentWholeIsTaken(string body, string code)
    {
        var (practice, job) = await OpenAsync($"damaged-{code}");

        await PutAsync(practice, job, Damaged(body)).ShouldRefuse(HttpStatusCode.UnprocessableEntity, code);
        (await practice.GetAsync($"/api/ingest/jobs/{job}").Json()).GetProperty("counts").GetProperty("read").GetInt64().ShouldBe(0);
        var receipt = await PutAsync(practice, job, Sent(Zip(Plain()), "gzip")).Json();

        var counts = receipt.GetProperty("counts");
        (Count(counts, "read"), Count(counts, "accepted") + Count(counts, "unchanged")).ShouldBe((Some.Length, Some.Length), counts.GetRawText());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")]
    public async Task LineOfTwentyMegabytes_IsRejectedByNumber_AndTheOthersAreTaken(string? encoding)
    {
        var (practice, job) = await OpenAsync($"long-{encoding}");
        var name = $"Longfellow{encoding}";
        var lines = $"{Some[0].Line()}\n{JsonSerializer.Serialize(new { resourceType = "Patient", id = "long", name = new string('x', 20 << 20) + name })}\n{Some[1].Line()}\n";
        var bytes = Encoding.UTF8.GetBytes(lines);

        var receipt = await PutAsync(practice, job, Sent(encoding is null ? bytes : Zip(bytes), encoding)).Json();
        var again = await PutAsync(practice, job, Sent(encoding is null ? bytes : Zip(bytes), encoding)).Json();

        var counts = receipt.GetProperty("counts");
        (Count(counts, "read"), Count(counts, "accepted"), Count(counts, "rejected")).ShouldBe((3, 2, 1));
        receipt.GetRawText().ShouldContain(nameof(LineCode.LineTooLong));
        receipt.GetRawText().ShouldNotContain(name);
        again.GetRawText().ShouldBe(receipt.GetRawText());
    }

    private async Task<(HttpClient Practice, string Job)> OpenAsync(string practiceId)
    {
        var practice = await _app.AsPractice(practiceId.ToLowerInvariant());
        return (practice, (await practice.Post("/api/ingest/jobs", new { }).Json()).Text("jobId"));
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient practice, string job, HttpContent body) => practice.PutAsync($"/api/ingest/jobs/{job}/batches/1", body);

    private static ByteArrayContent Damaged(string body) => body switch
    {
        "gzip cut in the middle" => Sent(Zip(Plain())[..^(Zip(Plain()).Length / 2)], "gzip"),
        "gzip without its last byte" => Sent(Zip(Plain())[..^1], "gzip"),
        "gzip with a changed checksum" => Sent(Changed(Zip(Plain()), 8), "gzip"),
        "plain said to be gzip" => Sent(Plain(), "gzip"),
        "gzip said to be plain" => Sent(Zip(Plain()), null),
        "zstd" => Sent(Plain(), "zstd"),
        "gzip twice" => Sent(Zip(Zip(Plain())), "gzip", "gzip"),
        "empty" => Sent([], null),
        "gzip of nothing" => Sent(Zip([]), "gzip"),
        "line ends only" => Sent("\n\n\r\n"u8.ToArray(), null),
        _ => throw new ArgumentOutOfRangeException(nameof(body)),
    };

    private static byte[] Plain() => Encoding.UTF8.GetBytes(string.Join('\n', Some.Select(patient => patient.Line())));

    private static byte[] Changed(byte[] bytes, int fromEnd)
    {
        bytes[^fromEnd] ^= 1;
        return bytes;
    }

    private static byte[] Zip(byte[] bytes)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(bytes);
        return zipped.Length > 0 ? zipped.ToArray() : Convert.FromHexString("1F8B080000000000000003000000000000000000");
    }

    private static ByteArrayContent Sent(byte[] bytes, string? encoding, string? then = null)
    {
        var body = new ByteArrayContent(bytes);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/fhir+ndjson");
        foreach (var one in new[] { encoding, then }.OfType<string>())
            body.Headers.ContentEncoding.Add(one);
        return body;
    }

    private static long Count(JsonElement counts, string name) => counts.GetProperty(name).GetInt64();
}
