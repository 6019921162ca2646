using System.Globalization;
using System.Net.Http.Headers;

namespace Centra.Cli.Server;

/// <summary>
/// One service, one key. What may pass (busy, restarting, connection lost) is tried again with patience, so every request made here has
/// to be one that may arrive twice; everything else becomes a <see cref="RefusedException"/> at once.
/// </summary>
internal sealed class Connection : IDisposable
{
    private readonly HttpClient _http;
    private readonly TimeProvider _clock;
    private readonly Patience _patience;
    private volatile bool _reached;

    public Connection(Uri address, string key, Surroundings around, Patience? patience = null)
    {
        (Address, KeyName, _clock, _patience) = (address, KeyText.PublicPart(key), around.Clock, patience ?? Patience.Usual);
        Say = around.Error.WriteLine;
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(15), UseProxy = !address.IsLoopback };
        _http = new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public Uri Address { get; }

    /// <summary>The public part of the key.</summary>
    public string KeyName { get; }

    /// <summary>Where waits are told of.</summary>
    public Action<string> Say { get; set; }

    /// <summary>Sends a request until it is answered for good.</summary>
    /// <param name="make">Makes the request anew for each attempt.</param>
    /// <param name="cancel">The user has had enough.</param>
    public async Task<Answer> SendAsync(Func<HttpRequestMessage> make, CancellationToken cancel)
    {
        for (var failures = 1; ; failures++)
        {
            using var request = make();
            var attempt = await Attempt.MakeAsync(_http, request, _clock, cancel);
            _reached |= attempt.Answer is not null;
            if (attempt.Answer is { IsGood: true } good)
                return good;
            if (attempt.Answer is { IsPassing: false } refused)
                throw RefusedException.From(refused);
            // A service that never answered is more likely a wrong address than one that restarts.
            var wait = _reached ? _patience.WaitAfter(failures, attempt.RetryAfter) : null;
            if (wait is null)
                throw GivingUp(attempt);
            Say(string.Create(CultureInfo.InvariantCulture, $"{Why(attempt)}: trying again in {wait.Value.TotalSeconds:0.#} s."));
            await Task.Delay(wait.Value, _clock, cancel);
        }
    }

    public void Dispose() => _http.Dispose();

    private static string Why(Attempt attempt) => attempt.Answer is { } busy
        ? $"The service is not available now ({RefusedException.From(busy).Code ?? $"status {(int)busy.Status}"})"
        : $"The service does not answer ({attempt.Lost})";

    private CommandFailedException GivingUp(Attempt attempt) => attempt.Answer is { } busy
        ? RefusedException.From(busy)
        : new CommandFailedException($"The service at {Address} cannot be reached: {attempt.Lost}.");
}
