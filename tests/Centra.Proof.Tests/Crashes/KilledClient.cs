using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Centra.Testing;

namespace Centra.Proof.Crashes;

/// <summary>A practice's pipeline and an operator, who go on where they were after the service was killed: what was not answered is sent again, under the same key.</summary>
internal sealed class KilledClient(string practiceKey, string operatorEmail, string password)
{
    /// <summary>Patients in a batch.</summary>
    public const int PatientsABatch = 4;

    /// <summary>Lines in a batch: each patient with a record.</summary>
    public const int LinesABatch = PatientsABatch * 2;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(5);
    private TaskCompletionSource _warm = new();
    private string? _job;
    private string? _token;

    /// <summary>People who opted out, and were told so: their numbers are even.</summary>
    public List<int> OptedOut { get; } = [];

    /// <summary>What the receipts of all complete batches say.</summary>
    public List<JsonElement> Receipts { get; } = [];

    /// <summary>Opt-outs that had been entered although the service died before it could answer.</summary>
    public int EnteredUnheard { get; private set; }

    /// <summary>Key epochs that came into force.</summary>
    public int Epoch { get; private set; }

    /// <summary>Works until the service is gone, or each has done so much.</summary>
    public Task WorkAsync(string address, int most)
    {
        _warm = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return Task.WhenAll(UntilKilledAsync(address, practiceKey, most, OptOutAsync), UntilKilledAsync(address, practiceKey, most, SendBatchAsync), RekeyAsync(address, most));
    }

    /// <summary>Is done once a batch was answered: a process that has just begun takes its time for the first.</summary>
    public Task Warm => _warm.Task;

    /// <summary>Signs in and opens the job; before the first kill.</summary>
    public async Task BeginAsync(string address)
    {
        using var http = Client(address, null);
        var token = await http.PostAsJsonAsync("/api/tokens", new { email = operatorEmail, password });
        _token = (await token.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        using var practice = Client(address, practiceKey);
        var job = await practice.PostAsJsonAsync("/api/ingest/jobs", new { });
        _job = (await job.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("jobId").GetString();
        (await practice.PostAsJsonAsync($"/api/ingest/jobs/{_job}/complete", new { phase = "patients" })).EnsureSuccessStatusCode();
    }

    /// <summary>What the service says of people, a line each.</summary>
    public async Task<List<string>> ScreenAsync(string address, IEnumerable<int> people)
    {
        using var http = Client(address, practiceKey);
        using var answer = await http.PostAsync("/api/screen", Body(people.Select(person => Cast.Other(person).Patient($"s{person}"))));
        answer.EnsureSuccessStatusCode();
        return [.. (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("decision").GetString()!)];
    }

    /// <summary>A batch, again; what its receipt says.</summary>
    public async Task<JsonElement> SendAsync(string address, int batch)
    {
        using var http = Client(address, practiceKey);
        return await ReadAsync(await http.PutAsync($"/api/ingest/jobs/{_job}/batches/{batch}", Batch(batch)));
    }

    /// <summary>The patients of a batch: neighbours, of whom every second one opts out before, meanwhile or later.</summary>
    public static IEnumerable<int> PatientsOf(int batch) => Enumerable.Range((batch - 1) * PatientsABatch, PatientsABatch);

    private async Task<bool> OptOutAsync(HttpClient http)
    {
        var person = OptedOut.Count * 2;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/opt-outs") { Content = Body([Cast.Other(person).Patient($"o{person}")]) };
        request.Headers.Add("Idempotency-Key", $"opt out {person}");
        using var answer = await http.SendAsync(request);
        if (answer.StatusCode is HttpStatusCode.ServiceUnavailable)
            return false;
        await ReadAsync(answer);
        EnteredUnheard += answer.StatusCode is HttpStatusCode.OK ? 1 : 0;
        OptedOut.Add(person);
        return true;
    }

    private async Task<bool> SendBatchAsync(HttpClient http)
    {
        var batch = Receipts.Count + 1;
        using var answer = await http.PutAsync($"/api/ingest/jobs/{_job}/batches/{batch}", Batch(batch));
        if (answer.StatusCode is HttpStatusCode.ServiceUnavailable)
            return false;
        Receipts.Add(await ReadAsync(answer));
        _warm.TrySetResult();
        return true;
    }

    private Task RekeyAsync(string address, int most) => UntilKilledAsync(address, _token!, most, async http =>
    {
        Epoch = (await ReadAsync(await http.PostAsync("/api/admin/register/rekey", null))).GetProperty("epoch").GetInt32();
        return true;
    });

    private static async Task UntilKilledAsync(string address, string bearer, int most, Func<HttpClient, Task<bool>> work)
    {
        using var http = Client(address, bearer);
        try
        {
            for (var done = 0; done < most;)
            {
                if (await work(http))
                    done++;
                else
                    await Task.Delay(Moment, TimeProvider.System);
            }
        }
        catch (Exception error) when (error is HttpRequestException { StatusCode: null } or IOException or SocketException)
        {
            // The service is gone.
        }
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue($"{answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    private static StreamContent Batch(int batch) => Body(PatientsOf(batch).SelectMany(person => Cast.Other(person).Chart($"o{person}", 1)));

    private static StreamContent Body(IEnumerable<string> lines) => new(TestLines.Body(lines)) { Headers = { ContentType = new MediaTypeHeaderValue("application/fhir+ndjson") } };

    private static HttpClient Client(string address, string? bearer)
    {
        var http = new HttpClient { BaseAddress = new Uri(address) };
        if (bearer is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        return http;
    }
}
