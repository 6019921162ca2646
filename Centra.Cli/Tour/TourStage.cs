using System.Text.Json;
using Centra.Cli.Hosting;
using Centra.Ingest;

namespace Centra.Cli.Tour;

/// <summary>What the tour plays on: a service with demo users and practices, and the same commands that anybody types.</summary>
internal sealed class TourStage(Surroundings around, ScratchFolder folder) : IAsyncDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly string _data = folder.Folder("data");
    private PrivateService? _service;
    private Uri? _address;

    /// <summary>The practices' API keys.</summary>
    public IReadOnlyList<string> Keys { get; private set; } = [];

    /// <summary>The people of the demo, by their role.</summary>
    public IReadOnlyDictionary<string, List<TourPerson>> People { get; private set; } = new Dictionary<string, List<TourPerson>>();

    /// <summary>A path in the tour's folder.</summary>
    public string File(string name) => folder.File(name);

    /// <summary>Starts the service; again after <see cref="KillAsync"/>, on the same data.</summary>
    public async Task OpenAsync(CancellationToken cancel)
    {
        _service = await PrivateService.StartAsync(around, _data, cancel, "--demo");
        await JoinAsync(_service.Address, _data, cancel);
    }

    /// <summary>Plays on a demo that runs already.</summary>
    /// <param name="address">Where it listens.</param>
    /// <param name="data">The data folder with its credentials.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task JoinAsync(Uri address, string data, CancellationToken cancel)
    {
        _address = address;
        using var credentials = JsonDocument.Parse(await System.IO.File.ReadAllBytesAsync(Path.Combine(data, "demo-credentials.json"), cancel));
        People = credentials.RootElement.GetProperty("users").EnumerateArray().GroupBy(user => user.GetProperty("role").GetString()!).ToDictionary(
            users => users.Key, users => users.Select(user => new TourPerson(user.GetProperty("email").GetString()!, user.GetProperty("password").GetString()!)).ToList());
        Keys = [.. credentials.RootElement.GetProperty("practices").EnumerateArray().Select(practice => practice.GetProperty("apiKey").GetString()!)];
    }

    /// <summary>Kills the service as a power cut would.</summary>
    public async Task KillAsync()
    {
        await _service!.DisposeAsync();
        _service = null;
    }

    /// <summary>Runs a command of this command line as a practice; what it wrote.</summary>
    public async Task<string> RunAsync(string key, CancellationToken cancel, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var surroundings = around with { Out = output, Error = error, IsTerminal = false, Variable = name => Variable(name, key) };
        var code = await CommandLine.RunAsync(args, surroundings, cancel);
        return code == ExitCodes.Done ? output.ToString() : throw new CommandFailedException($"The tour stops here: {args[0]} says {error.ToString().Trim()}");
    }

    /// <summary>Sends records as a practice; what became of the lines.</summary>
    public async Task<LineCounts> IngestAsync(string key, string path, CancellationToken cancel) =>
        JsonSerializer.Deserialize<LineCounts>(await RunAsync(key, cancel, "ingest", path, "--json"), JsonSerializerOptions.Web)!;

    /// <summary>Calls the HTTP interface as a practice.</summary>
    public async Task<JsonElement> CallAsync(HttpMethod method, string path, string key, object? body, CancellationToken cancel)
    {
        using var answer = await SendAsync(method, path, key, body, cancel);
        var text = await answer.Content.ReadAsStringAsync(cancel);
        return answer.IsSuccessStatusCode ? JsonDocument.Parse(text).RootElement : throw new CommandFailedException($"The tour stops here: {path} answers {text}");
    }

    /// <summary>The code of a refusal; empty where nothing was refused.</summary>
    public async Task<string> RefusedAsync(HttpMethod method, string path, string key, object? body, CancellationToken cancel)
    {
        using var answer = await SendAsync(method, path, key, body, cancel);
        return answer.IsSuccessStatusCode ? "" : JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel)).RootElement.GetProperty("code").GetString()!;
    }

    /// <summary>A file.</summary>
    public async Task<byte[]> BytesAsync(string path, string key, CancellationToken cancel)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, key, null, cancel);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancel);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string key, object? body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, new Uri(_address!, path));
        request.Headers.Authorization = new("Bearer", key);
        if (body is not null)
            request.Content = System.Net.Http.Json.JsonContent.Create(body);
        return await _http.SendAsync(request, cancel);
    }

    /// <summary>A text that everybody may read.</summary>
    public Task<string> ReadAsync(string path, CancellationToken cancel) => _service!.GetAsync(path, cancel);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_service is not null)
            await _service.DisposeAsync();
    }

    private string? Variable(string name, string key) => name switch
    {
        "CENTRA_SERVER" => _address!.ToString(),
        "CENTRA_KEY" => key,
        "CENTRA_STATE" => folder.File("state"),
        _ => around.Variable(name),
    };
}

/// <summary>Somebody of the demo.</summary>
internal sealed record TourPerson(string Email, string Password)
{
    /// <summary>Only who.</summary>
    public override string ToString() => Email;
}
