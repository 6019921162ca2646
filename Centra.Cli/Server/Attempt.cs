using System.Net.Sockets;

namespace Centra.Cli.Server;

/// <summary>What came of sending a request once: an answer, or the reason why there was none.</summary>
internal sealed record Attempt(Answer? Answer, string? Lost, TimeSpan? RetryAfter)
{
    private const string SequenceHeader = "Centra-Register-Sequence";

    /// <summary>Sends a request and reads the answer to its end.</summary>
    public static async Task<Attempt> MakeAsync(HttpClient http, HttpRequestMessage request, TimeProvider clock, CancellationToken cancel)
    {
        try
        {
            using var response = await http.SendAsync(request, cancel);
            var sequence = response.Headers.TryGetValues(SequenceHeader, out var values) ? values.First() : null;
            var content = await response.Content.ReadAsByteArrayAsync(cancel);
            return new Attempt(new Answer(response.StatusCode, content, sequence), null, Asked(response, clock));
        }
        // A server that dies while it is being connected to: what the client meets then comes through bare.
        catch (Exception error) when (error is HttpRequestException or IOException or SocketException)
        {
            return new Attempt(null, Reason(error), null);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Attempt(null, "no answer in time", null);
        }
    }

    private static TimeSpan? Asked(HttpResponseMessage response, TimeProvider clock) => response.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } until } => until - clock.GetUtcNow(),
        _ => null,
    };

    private static string Reason(Exception error) => (error as HttpRequestException)?.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "its name is not known",
        HttpRequestError.ConnectionError => "nobody listens there",
        HttpRequestError.SecureConnectionError => "its certificate is not trusted",
        _ => "the connection broke",
    };
}
