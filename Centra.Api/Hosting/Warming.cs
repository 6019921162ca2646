using System.Net.Sockets;

namespace Centra.Api.Hosting;

/// <summary>Asks the service for what people ask for first, so that nobody waits until the code of it is compiled. What comes of it is of no importance.</summary>
internal sealed class Warming(WebApplication app) : IDisposable
{
    private static readonly string[] FirstPages = ["/", "/sign-in"];

    private readonly HttpClient _client = new() { BaseAddress = AddressOf(app.Urls) };
    private Task _done = Task.CompletedTask;

    /// <summary>Before the gate is open: health, and with it the server and its routes.</summary>
    public void Begin() => _done = Task.Run(() => AskAsync(["/health/live"]));

    /// <summary>Once it is open: the first pages.</summary>
    public void GoOn() => _done = _done.ContinueWith(_ => AskAsync(FirstPages), TaskScheduler.Default).Unwrap();

    /// <summary>Where the service can be asked from here; null where it listens on nothing that has such an address, a socket in a file for example.</summary>
    public static Uri? AddressOf(IEnumerable<string> urls) =>
        urls.Select(url => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Host != "unix" ? address : null).FirstOrDefault(address => address is not null);

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task AskAsync(string[] paths)
    {
        if (_client.BaseAddress is null)
            return;
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
