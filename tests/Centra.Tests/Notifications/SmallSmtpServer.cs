using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Centra.Tests.Notifications;

/// <summary>A mail server on loopback that speaks as much SMTP as a client needs, and can be out of order for a while.</summary>
internal sealed class SmallSmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _talks = [];
    private readonly Task _serving;

    public SmallSmtpServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Whether it takes no mail.</summary>
    public bool IsOutOfOrder { get; set; }

    /// <summary>What it took, as it came.</summary>
    public ConcurrentQueue<string> Taken { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _serving;
        await Task.WhenAll(_talks).ContinueWith(_ => { }, TaskScheduler.Default);
        _listener.Stop();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                _talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    // Several clients at once, as servers do.
    private async Task TalkAsync(TcpClient client)
    {
        using (client)
            await TalkAsync(client.GetStream());
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await SayAsync(stream, "220 small");
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "DATA")
                Taken.Enqueue(await MessageAsync(stream, reader));
            await SayAsync(stream, verb switch
            {
                "MAIL" when IsOutOfOrder => "451 try again later",
                "QUIT" => "221 bye",
                _ => "250 ok",
            });
            if (verb == "QUIT")
                return;
        }
    }

    private async Task<string> MessageAsync(NetworkStream stream, StreamReader reader)
    {
        await SayAsync(stream, "354 go on");
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line and not ".")
            text.AppendLine(line);
        return text.ToString();
    }

    private static Task SayAsync(NetworkStream stream, string line) => stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n")).AsTask();
}
