using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Metadata;
using Orleans.Runtime;

namespace Centra.Silo;

/// <summary>
/// Names of grains' interfaces, each worked out once. Orleans reads the type's attributes and writes its name out anew for each reference that a
/// grain asks for: a thirteenth of the processor time of a data request's command.
/// </summary>
internal sealed class KnownInterfaces(IServiceProvider services) : IGrainInterfaceTypeProvider
{
    private readonly ConcurrentDictionary<Type, GrainInterfaceType> _known = new();
    private readonly AttributeGrainInterfaceTypeProvider _attributes = new(services);

    /// <inheritdoc/>
    public bool TryGetGrainInterfaceType(Type type, out GrainInterfaceType grainInterfaceType)
    {
        grainInterfaceType = default;
        // Orleans completes names of generic ones itself.
        if (type.IsGenericType)
            return false;
        grainInterfaceType = _known.GetOrAdd(type, Name);
        return true;
    }

    // The resolver asks this provider, so it cannot be had before.
    private GrainInterfaceType Name(Type type) => _attributes.TryGetGrainInterfaceType(type, out var named)
        ? named
        : services.GetRequiredService<GrainInterfaceTypeResolver>().GetGrainInterfaceTypeByConvention(type);
}
