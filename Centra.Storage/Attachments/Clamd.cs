using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Centra.Storage;

/// <summary>A ClamAV daemon, asked by its INSTREAM command over TCP or a Unix socket.</summary>
/// <param name="address">Where it listens; null: there is none.</param>
/// <param name="clock">The time.</param>
public sealed class Clamd(EndPoint? address, TimeProvider clock)
{
    private const int ChunkSize = 1 << 16;
    private const int LongestAnswer = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Whether there is one.</summary>
    public bool IsConfigured => address is not null;

    /// <summary>An address as it is configured: <c>unix:/run/clamd.sock</c>, <c>/run/clamd.sock</c>, <c>tcp://host:3310</c> or <c>host:3310</c>; null for anything else.</summary>
    public static EndPoint? AddressOf(string setting)
    {
        var text = setting.Trim();
        if (text.StartsWith("unix:", StringComparison.Ordinal) || text.StartsWith('/'))
            return new UnixDomainSocketEndPoint(text.Replace("unix:", "", StringComparison.Ordinal));
        return Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : $"tcp://{text}", UriKind.Absolute, out var uri) && uri is { Scheme: "tcp", Port: > 0 }
            ? new DnsEndPoint(uri.Host, uri.Port) : null;
    }

    /// <summary>Has a content scanned, from where it stands to its end. Whatever is no clear answer is none.</summary>
    public async Task<ScanAnswer> ScanAsync(Stream content, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            return Read(await AskAsync(content, either.Token));
        }
        catch (Exception error) when (error is SocketException or IOException || (error is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return ScanAnswer.None;
        }
    }

    private async Task<string> AskAsync(Stream content, CancellationToken cancellation)
    {
        using var socket = address is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(address!, cancellation);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellation);
        var chunk = new byte[sizeof(int) + ChunkSize];
        for (int read; (read = await content.ReadAsync(chunk.AsMemory(sizeof(int)), cancellation)) > 0;)
        {
            BinaryPrimitives.WriteInt32BigEndian(chunk, read);
            await stream.WriteAsync(chunk.AsMemory(0, sizeof(int) + read), cancellation);
        }
        await stream.WriteAsync(new byte[sizeof(int)], cancellation);
        var answer = new byte[LongestAnswer];
        return Encoding.UTF8.GetString(answer, 0, await stream.ReadAtLeastAsync(answer, LongestAnswer, throwOnEndOfStream: false, cancellation)).TrimEnd('\0', '\n');
    }

    private static ScanAnswer Read(string answer) =>
        answer == "stream: OK" ? ScanAnswer.Clean
        : answer.StartsWith("stream: ", StringComparison.Ordinal) && answer.EndsWith(" FOUND", StringComparison.Ordinal) ? ScanAnswer.Infected
        : ScanAnswer.None;
}

/// <summary>What a scanner says.</summary>
public enum ScanAnswer
{
    /// <summary>It did not answer.</summary>
    None = 0,

    /// <summary>Nothing was found.</summary>
    Clean = 1,

    /// <summary>Something was found.</summary>
    Infected = 2,
}
