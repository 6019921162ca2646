using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Centra.Proof.Streams;

/// <summary>One request that goes on while its answer comes, over a socket: a client that first sends all would wait for ever.</summary>
internal static class ScreeningWire
{
    /// <summary>Screens all lines in one request.</summary>
    /// <returns>How many lines were answered.</returns>
    public static async Task<long> ScreenAsync(string address, string key, EndlessLines lines)
    {
        var uri = new Uri(address);
        using var socket = new TcpClient();
        await socket.ConnectAsync(uri.Host, uri.Port);
        await using var stream = socket.GetStream();
        var answers = CountAsync(stream);
        await WriteAsync(stream, $"POST /api/screen HTTP/1.1\r\nHost: {uri.Authority}\r\nAuthorization: Bearer {key}\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
        foreach (var piece in lines.Pieces())
        {
            await WriteAsync(stream, string.Create(CultureInfo.InvariantCulture, $"{piece.Length:x}\r\n"));
            await stream.WriteAsync(piece);
            await WriteAsync(stream, "\r\n");
        }
        await WriteAsync(stream, "0\r\n\r\n");
        return await answers;
    }

    private static Task WriteAsync(NetworkStream stream, string text) => stream.WriteAsync(Encoding.ASCII.GetBytes(text)).AsTask();

    // Each answer is an object of one level, and braces stand nowhere else.
    private static async Task<long> CountAsync(NetworkStream stream)
    {
        var (count, buffer) = (0L, new byte[1 << 16]);
        for (int read; (read = await stream.ReadAsync(buffer)) > 0;)
            count += buffer.AsSpan(0, read).Count((byte)'{');
        return count;
    }
}
