using System.Threading.Channels;

namespace Centra.Releases;

/// <summary>Requests whose release waits to be built. It is no record: what is lost with the process is found again by <see cref="ReleaseBuilds"/>.</summary>
public sealed class ReleaseQueue
{
    private readonly Channel<string> _waiting = Channel.CreateBounded<string>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>Adds one. Never waits.</summary>
    public void Add(string requestId) => _waiting.Writer.TryWrite(requestId);

    /// <summary>Takes one after the other, for ever.</summary>
    public IAsyncEnumerable<string> TakeAsync(CancellationToken cancellation) => _waiting.Reader.ReadAllAsync(cancellation);
}
