using System.Net;
using System.Net.Sockets;

namespace Centra.Silo;

/// <summary>A port for a silo that was given none.</summary>
internal static class FreePort
{
    /// <summary>The port asked for, or a free one instead of 0.</summary>
    public static int Or(int port, IPAddress address) => port != 0 ? port : Find(address);

    private static int Find(IPAddress address)
    {
        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
