using System.Net;
using System.Net.Sockets;

namespace Centra.Api.Hosting;

/// <summary>A port for a silo that nobody but this machine reaches.</summary>
internal static class LoopbackPorts
{
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
