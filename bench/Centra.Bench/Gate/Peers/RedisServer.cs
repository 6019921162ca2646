using System.Diagnostics;
using System.Net.Sockets;

namespace Centra.Bench.Gate.Peers;

/// <summary>A Redis server of this process's own: on a socket in a folder, keeping nothing.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _socket;

    private RedisServer(Process process, string socket) => (_process, _socket) = (process, socket);

    /// <summary>What to do where there is none.</summary>
    public const string Absence = "no redis-server on this machine: left out (Debian: apt-get install redis-server)";

    /// <summary>Its resident memory in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts it, or null where the program is missing.</summary>
    public static async Task<RedisServer?> StartAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        var socket = Path.Combine(folder, "redis.sock");
        // One that was killed leaves its socket behind.
        File.Delete(socket);
        try
        {
            var start = new ProcessStartInfo("redis-server", ["--port", "0", "--unixsocket", socket, "--save", "", "--appendonly", "no", "--dir", folder, "--daemonize", "no"]) { RedirectStandardOutput = true };
            var process = Process.Start(start)!;
            process.BeginOutputReadLine();
            for (var waited = 0; !File.Exists(socket) && waited < 200; waited++)
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            return new RedisServer(process, socket);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>A connection.</summary>
    public NetworkStream Connect()
    {
        var client = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        client.Connect(new UnixDomainSocketEndPoint(_socket));
        return new NetworkStream(client, ownsSocket: true);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
