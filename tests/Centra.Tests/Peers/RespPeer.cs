using System.Net.Sockets;
using System.Text;
using Centra.Testing;

namespace Centra.Peers;

/// <summary>Both ends of a connection: a client's stream, and a server that says what a test wants it to.</summary>
internal sealed class RespPeer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly TempFolder _folder = new();
    private readonly Socket _client = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly Socket _server;

    public RespPeer()
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        var address = new UnixDomainSocketEndPoint(_folder.File("peer.sock"));
        listener.Bind(address);
        listener.Listen();
        _client.Connect(address);
        _server = listener.Accept();
        Stream = new NetworkStream(_client);
    }

    /// <summary>The client's end.</summary>
    public NetworkStream Stream { get; }

    /// <summary>Says something piece by piece, each only when the client has taken what came before.</summary>
    public void Say(params IEnumerable<string> pieces)
    {
        foreach (var piece in pieces)
        {
            _server.Send(Encoding.UTF8.GetBytes(piece));
            SpinWait.SpinUntil(() => _client.Available == 0, Patience).ShouldBeTrue("nobody reads");
        }
    }

    /// <summary>Says something at once; it waits for the client.</summary>
    public void Leave(string text) => _server.Send(Encoding.UTF8.GetBytes(text));

    /// <summary>Says no more.</summary>
    public void HangUp() => _server.Close();

    /// <summary>What the client said, of a known length.</summary>
    public byte[] Hear(int length)
    {
        var heard = new byte[length];
        for (var at = 0; at < length;)
            at += _server.Receive(heard.AsSpan(at)) is > 0 and var some ? some : throw new EndOfStreamException();
        return heard;
    }

    public void Dispose()
    {
        Stream.Dispose();
        _client.Dispose();
        _server.Dispose();
        _folder.Dispose();
    }
}
