using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Centra.Testing;

/// <summary>Speaks clamd's side of INSTREAM: reads the command and the chunks, and finds what contains a word. It can be told to say something else, or nothing.</summary>
public sealed class FakeClamd : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    /// <summary>Listens.</summary>
    public FakeClamd()
    {
        _listener.Start();
        Address = $"tcp://{_listener.LocalEndpoint}";
        _serving = ServeAsync();
    }

    /// <summary>What it finds.</summary>
    public const string Virus = "VERY-BAD-WORDS";

    /// <summary>Where it listens, as it is configured.</summary>
    public string Address { get; }

    /// <summary>What it says in place of what it found; empty: it hangs up.</summary>
    public string? Says { get; set; }

    /// <summary>Bytes of the last content.</summary>
    public long Scanned { get; private set; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        // A listener that is stopped while somebody is about to ask it for the next client says that it was never started.
        await _serving;
        _listener.Stop();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var command = new byte["zINSTREAM\0".Length];
        await stream.ReadExactlyAsync(command, _end.Token);
        var content = await ReadAsync(stream);
        Scanned = content.Length;
        var found = Encoding.Latin1.GetString(content).Contains(Virus, StringComparison.Ordinal) ? "stream: Test.Virus FOUND" : "stream: OK";
        var answer = Encoding.ASCII.GetString(command) == "zINSTREAM\0" ? Says ?? found : "UNKNOWN COMMAND";
        if (answer.Length > 0)
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\0"), _end.Token);
    }

    private async Task<byte[]> ReadAsync(NetworkStream stream)
    {
        using var content = new MemoryStream();
        var length = new byte[sizeof(int)];
        while (true)
        {
            await stream.ReadExactlyAsync(length, _end.Token);
            var chunk = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
            if (chunk.Length == 0)
                return content.ToArray();
            await stream.ReadExactlyAsync(chunk, _end.Token);
            content.Write(chunk);
        }
    }
}
