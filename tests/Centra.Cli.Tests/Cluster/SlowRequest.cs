using System.Net.Sockets;
using System.Text.Json;

namespace Centra.Cli.Tests.Cluster;

/// <summary>People to screen, of whom some bytes come and then nothing.</summary>
internal static class SlowRequest
{
    /// <summary>Sends the beginning; disposing ends it.</summary>
    public static async Task<TcpClient> BeginAsync(string address, string credentials)
    {
        using var demo = JsonDocument.Parse(await File.ReadAllTextAsync(credentials, TestContext.Current.CancellationToken));
        var key = demo.RootElement.GetProperty("practices")[0].GetProperty("apiKey").GetString();
        var to = new Uri(address);
        var client = new TcpClient();
        await client.ConnectAsync(to.Host, to.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(
            $"POST /api/screen HTTP/1.1\r\nHost: {to.Authority}\r\nAuthorization: Bearer {key}\r\nContent-Type: application/fhir+ndjson\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n5\r\n{{\"re\r\n"),
            TestContext.Current.CancellationToken);
        // The server answers "go on" when somebody begins to read what is sent.
        (await client.GetStream().ReadAsync(new byte[64], TestContext.Current.CancellationToken)).ShouldBePositive();
        return client;
    }
}
