using System.Collections.Immutable;

namespace Centra.Engine.Tests.Lint;

/// <summary>Which types of the framework may cross a grain call. None that somebody could change afterwards: nothing is copied.</summary>
internal static class Crossing
{
    private static readonly HashSet<Type> Leaves =
    [
        typeof(string), typeof(decimal), typeof(Guid), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly),
        typeof(TimeSpan), typeof(Int128), typeof(UInt128),
    ];

    private static readonly HashSet<Type> Containers =
    [
        typeof(Nullable<>), typeof(KeyValuePair<,>), typeof(ImmutableArray<>), typeof(ImmutableList<>), typeof(ImmutableHashSet<>),
        typeof(ImmutableSortedSet<>), typeof(ImmutableDictionary<,>), typeof(ImmutableSortedDictionary<,>), typeof(ImmutableQueue<>),
        typeof(ImmutableStack<>), typeof(ValueTuple<,>), typeof(ValueTuple<,,>),
    ];

    public static bool IsLeaf(Type type) => (type.IsPrimitive && type != typeof(nint) && type != typeof(nuint)) || Leaves.Contains(type);

    public static bool IsContainer(Type type) => type.IsGenericType && Containers.Contains(type.GetGenericTypeDefinition());

    /// <summary>Whether the type can carry a serializer: it is a class or struct of this project.</summary>
    public static bool IsOurs(Type type) => (type.IsClass || type.IsValueType) && !type.IsArray && !type.IsPointer
        && type.Assembly.GetName().Name!.StartsWith("Centra.", StringComparison.Ordinal);
}
