using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Centra.Proof.Model;
using Centra.Service.Tests.Hosts;
using Centra.Testing;

namespace Centra.Proof.Soak;

/// <summary>Somebody who calls the service, and where no answer comes sends the same again under the same key until one does.</summary>
/// <param name="service">Whom.</param>
/// <param name="key">An API key; null for a person, who signs in.</param>
/// <param name="email">That person.</param>
internal sealed class SoakCaller(SoakService service, string? key, string email = "") : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    // Of several, another one is asked when the first does not answer for so long, as a proxy in front of them would.
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(service.IsCluster ? 10 : 60) };
    private string? _token;

    /// <summary>Calls until it is answered with success or a refusal that stays.</summary>
    /// <param name="method">How.</param>
    /// <param name="path">Where.</param>
    /// <param name="lines">The body: lines, or a single document.</param>
    /// <param name="command">The idempotency key; null where the address names the command.</param>
    /// <param name="isJson">Whether the body is a JSON document that is no FHIR.</param>
    public async Task<SoakAnswer> CallAsync(HttpMethod method, string path, IEnumerable<string>? lines = null, string? command = null, bool isJson = false)
    {
        var (body, began) = (lines?.ToList(), TimeProvider.System.GetTimestamp());
        while (TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            if (await TryAsync(() => Request(method, path, body, command, isJson)) is { } answer)
                return answer;
            await Task.Delay(Moment, TimeProvider.System);
        }
        throw new ViolationException($"{method} {path} was not answered within {Patience.TotalMinutes} minutes.");
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<SoakAnswer?> TryAsync(Func<HttpRequestMessage> make)
    {
        var address = await service.AddressAsync();
        try
        {
            var bearer = key ?? (_token ??= await SignInAsync(address));
            using var request = make();
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
            request.RequestUri = new Uri(address + request.RequestUri);
            using var answer = await _http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode is HttpStatusCode.Unauthorized && key is null)
                _token = null;
            return IsPassing(answer.StatusCode) ? null : new SoakAnswer(answer.StatusCode, text);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or SocketException or TaskCanceledException)
        {
            return null;
        }
    }

    private bool IsPassing(HttpStatusCode status) => status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests
        || status is HttpStatusCode.Unauthorized && key is null;

    private async Task<string> SignInAsync(string address)
    {
        using var answer = await _http.PostAsJsonAsync($"{address}/api/tokens", new { email, password = AppPeople.Password });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, List<string>? lines, string? command, bool isJson)
    {
        var request = new HttpRequestMessage(method, path);
        if (lines is not null)
            request.Content = new StreamContent(TestLines.Body(lines)) { Headers = { ContentType = new MediaTypeHeaderValue(isJson ? "application/json" : "application/fhir+ndjson") } };
        if (command is not null)
            request.Headers.Add("Idempotency-Key", command);
        return request;
    }
}

/// <summary>An answer.</summary>
internal sealed record SoakAnswer(HttpStatusCode Status, string Text)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);

    /// <summary>Its code, where it is a refusal.</summary>
    public string Code => IsSuccess ? "OK" : Json.GetProperty("code").GetString()!;

    public T As<T>() => JsonSerializer.Deserialize<T>(Text, Options)!;
}
