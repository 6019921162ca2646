using System.Collections.Concurrent;
using System.Reflection;
using Orleans;
using Orleans.Runtime;

namespace Centra.Embedded;

/// <summary>Which class implements which grain interface.</summary>
internal sealed class GrainClasses
{
    private readonly ConcurrentDictionary<Type, GrainClass> _byInterface = new();
    private readonly Dictionary<string, GrainClass> _byType = new(StringComparer.Ordinal);
    private readonly List<(Type Class, GrainClass Known)> _classes = [];

    public GrainClasses(IEnumerable<Assembly> assemblies)
    {
        foreach (var type in assemblies.Distinct().SelectMany(assembly => assembly.GetTypes()).Where(IsGrainClass))
        {
            var known = new GrainClass(type);
            if (!_byType.TryAdd(known.Type.Name, known))
                throw new NotSupportedException($"Two grain classes are called {known.Type}.");
            _classes.Add((type, known));
        }
    }

    public GrainClass Of(Type grainInterface) => _byInterface.GetOrAdd(grainInterface, Find);

    public GrainClass Of(GrainType type) =>
        _byType.GetValueOrDefault(type.Name) ?? throw new ArgumentException($"No grain class is called {type}.");

    private GrainClass Find(Type grainInterface)
    {
        var implementing = _classes.Where(known => grainInterface.IsAssignableFrom(known.Class)).ToList();
        return implementing is [var one]
            ? one.Known
            : throw new ArgumentException($"{grainInterface} is implemented by {implementing.Count} grain classes, not by one.");
    }

    private static bool IsGrainClass(Type type) =>
        type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && type.IsAssignableTo(typeof(IGrain))
        && !type.IsAssignableTo(typeof(GrainProxy));
}
