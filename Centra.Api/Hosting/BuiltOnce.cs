using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Centra.Api.Hosting;

/// <summary>
/// Routes whose delegates are compiled once. As they come they are compiled whenever they are asked for: by authorization at the start, and all of them
/// again, a second of processor time, while the first person waits for a first page.
/// </summary>
internal sealed class BuiltOnce(EndpointDataSource source) : EndpointDataSource
{
    private readonly Lazy<IReadOnlyList<Endpoint>> _endpoints = new(() => source.Endpoints);

    /// <inheritdoc/>
    public override IReadOnlyList<Endpoint> Endpoints => _endpoints.Value;

    /// <summary>Makes all routes such ones, and begins to compile them side by side. None may be added after this.</summary>
    public static void Begin(ICollection<EndpointDataSource> sources)
    {
        var once = sources.Select(source => new BuiltOnce(source)).ToArray();
        sources.Clear();
        foreach (var source in once)
            sources.Add(source);
        _ = Task.Run(() => Parallel.ForEach(once, source => _ = source.Endpoints));
    }

    /// <inheritdoc/>
    public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;
}
