using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Centra.Api.Demo;

namespace Centra.Bench.Portal;

/// <summary>Somebody at a browser, who waits for pages: with cookies, without anything that is kept.</summary>
internal sealed partial class PortalPerson(string address) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };

    public async Task<PortalPerson> SignInAsync(DemoUser user)
    {
        var token = Token().Match(await _client.GetStringAsync("/sign-in"));
        using var answer = await _client.PostAsync("/sign-in", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            [token.Groups[1].Value] = token.Groups[2].Value, ["email"] = user.Email, ["password"] = user.Password,
        }));
        return answer.Headers.Location?.ToString() is "/home" ? this : throw new InvalidOperationException($"{user} was not let in.");
    }

    /// <summary>The page as a text; it has to be there.</summary>
    public async Task<string> ReadAsync(string path) => (await GetAsync(path)).Text;

    /// <summary>The page and its milliseconds, from asking to the last byte.</summary>
    public async Task<(string Text, double Milliseconds)> GetAsync(string path)
    {
        var begun = Stopwatch.GetTimestamp();
        using var answer = await _client.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        var taken = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        return answer.StatusCode is HttpStatusCode.OK ? (text, taken) : throw new InvalidOperationException($"{path}: {answer.StatusCode}");
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("<input type=\"hidden\" name=\"(__[^\"]+)\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
