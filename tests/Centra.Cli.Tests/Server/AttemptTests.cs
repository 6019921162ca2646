using System.Net.Sockets;
using Centra.Cli.Server;

namespace Centra.Cli.Tests.Server;

public class AttemptTests
{
    public static TheoryData<Exception, string> Losses => new()
    {
        { new HttpRequestException(HttpRequestError.ConnectionError), "nobody listens there" },
        { new HttpRequestException(HttpRequestError.NameResolutionError), "its name is not known" },
        { new IOException(), "the connection broke" },
        { new SocketException((int)SocketError.NotConnected), "the connection broke" },
        { new TaskCanceledException(), "no answer in time" },
    };

    [Theory, MemberData(nameof(Losses), DisableDiscoveryEnumeration = true)]
    public async Task Request_WithoutAnAnswer_IsLost_WithTheReason(Exception error, string reason)
    {
        using var http = new HttpClient(new Failing(error));
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1/");

        var attempt = await Attempt.MakeAsync(http, request, TimeProvider.System, TestContext.Current.CancellationToken);

        (attempt.Answer, attempt.Lost).ShouldBe((null, reason));
    }

    private sealed class Failing(Exception error) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromException<HttpResponseMessage>(error);
    }
}
