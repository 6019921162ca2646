using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Centra.Bench.Gate.Ingest;

/// <summary>A practice's pipeline: a job, its batches some at a time, as the command line sends them.</summary>
internal sealed class Sender(HttpClient practice)
{
    private const int AtATime = 4;

    /// <summary>Opens a job.</summary>
    public async Task<string> OpenAsync() => (await JsonAsync(await practice.PostAsJsonAsync("/api/ingest/jobs", new { }))).GetProperty("jobId").GetString()!;

    /// <summary>Ends the phase of patients.</summary>
    public async Task CloseAsync(string job, int batches) => await JsonAsync(await practice.PostAsJsonAsync($"/api/ingest/jobs/{job}/complete", new { phase = "patients", batches }));

    /// <summary>Sends batches, each line of which has to be accepted.</summary>
    /// <param name="job">The job.</param>
    /// <param name="batches">The batches.</param>
    /// <param name="from">Number of the first.</param>
    public async Task<Sent> SendAsync(string job, IReadOnlyList<byte[]> batches, int from)
    {
        var (begun, cpu, lines) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, 0L);
        var waiting = new ConcurrentQueue<(byte[] Body, int Number)>(batches.Select((body, at) => (body, from + at)));
        await Task.WhenAll(Enumerable.Range(0, AtATime).Select(_ => Task.Run(async () =>
        {
            while (waiting.TryDequeue(out var batch))
                Interlocked.Add(ref lines, await SendAsync(job, batch.Body, batch.Number));
        })));
        return new Sent(lines, Stopwatch.GetElapsedTime(begun), Environment.CpuUsage.TotalTime - cpu);
    }

    /// <summary>Sends all of an export as a job; what its clinical lines took.</summary>
    public async Task<(Sent Patients, Sent Clinical)> StoreAsync(Export export)
    {
        var job = await OpenAsync();
        var patients = await SendAsync(job, export.Patients, 1);
        await CloseAsync(job, export.Patients.Count);
        return (patients, await SendAsync(job, export.Clinical, export.Patients.Count + 1));
    }

    private async Task<long> SendAsync(string job, byte[] body, int number)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/fhir+ndjson") } };
        var counts = (await JsonAsync(await practice.PutAsync($"/api/ingest/jobs/{job}/batches/{number}", content))).GetProperty("counts");
        var (read, accepted) = (counts.GetProperty("read").GetInt64(), counts.GetProperty("accepted").GetInt64());
        return read == accepted ? read : throw new InvalidOperationException($"Of {read} lines {accepted} were accepted: {counts.GetRawText()}");
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => answer.IsSuccessStatusCode
        ? await answer.Content.ReadFromJsonAsync<JsonElement>()
        : throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
}

/// <summary>What was sent, and what it took.</summary>
internal sealed record Sent(long Lines, TimeSpan Time, TimeSpan Cpu)
{
    public double PerSecond => Lines / Time.TotalSeconds;

    public double CpuMicroseconds => Cpu.TotalMicroseconds / Lines;
}
