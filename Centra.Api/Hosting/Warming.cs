using System.Net.Sockets;

namespace Centra.Api.Hosting;

/// <summary>Asks the service for what people ask for first, so that nobody waits until the code of it is compiled. What comes of it is of no importance.</summary>
internal sealed class Warming(WebApplication app) : IDisposable
{
    private static readonly string[] FirstPages = ["/", "/sign-in"];

    private readonly HttpClient _client = new() { BaseAddress = new Uri(app.Urls.First()) };
    private Task _done = Task.CompletedTask;

    /// <summary>Before the gate is open: health, and with it the server and its routes.</summary>
    public void Begin() => _done = Task.Run(() => AskAsync(["/health/live"]));

    /// <summary>Once it is open: the first pages.</summary>
    public void GoOn() => _done = _done.ContinueWith(_ => AskAsync(FirstPages), TaskScheduler.Default).Unwrap();

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task AskAsync(string[] paths)
    {
        try
        {
            foreach (var path in paths)
                (await _client.GetAsync(path, app.Lifetime.ApplicationStopping)).Dispose();
        }
        catch (Exception error) when (error is HttpRequestException or SocketException or OperationCanceledException)
        {
            // The service stops, or listens where it cannot be asked from here.
        }
    }
}
