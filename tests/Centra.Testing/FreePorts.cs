using System.Net;
using System.Net.Sockets;

namespace Centra.Testing;

/// <summary>Ports that nobody listened on a moment ago.</summary>
public static class FreePorts
{
    /// <summary>So many, all different.</summary>
    public static IReadOnlyList<int> Find(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.ConvertAll(listener => ((IPEndPoint)listener.LocalEndpoint).Port);
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }
}
