using System.Collections.Concurrent;
using System.Reflection;
using Orleans;
using Orleans.Runtime;

namespace Centra.Embedded;

/// <summary>Makes references to grains.</summary>
internal sealed class GrainFactory(EmbeddedEngine engine) : IGrainFactory
{
    private static readonly ConcurrentDictionary<Type, GrainProxy> Patterns = new();

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey =>
        (TGrainInterface)GetGrain(typeof(TGrainInterface), primaryKey);

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(grainPrimaryKey);
        var type = engine.Classes.Of(grainInterfaceType).Type;
        return (IGrain)Reference(grainInterfaceType, GrainId.Create(type, grainPrimaryKey));
    }

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable =>
        (TGrainInterface)Reference(typeof(TGrainInterface), grainId);

    private object Reference(Type grainInterface, GrainId id) =>
        Patterns.GetOrAdd(grainInterface, static type => (GrainProxy)DispatchProxy.Create(type, typeof(GrainProxy))).For(engine, id);
}
