using System.Reflection;
using Orleans;

namespace Centra.Engine.Tests.Lint;

/// <summary>Reads what the embedded engine would take, and finds what Orleans would not.</summary>
public static class EngineLint
{
    /// <summary>What breaks a rule in these assemblies.</summary>
    public static IReadOnlyList<Finding> Check(params Assembly[] assemblies) =>
        [.. Check(assemblies.SelectMany(assembly => assembly.GetTypes()).ToArray()), .. ProjectRules.Check(assemblies)];

    /// <summary>The types that cross grain calls.</summary>
    public static IReadOnlyCollection<Type> WireTypesOf(params Assembly[] assemblies)
    {
        var types = assemblies.SelectMany(assembly => assembly.GetTypes()).ToList();
        return WireTypes.Of(types.Where(IsGrainInterface), types).Types;
    }

    /// <summary>What breaks a rule among these types and those that they send to each other.</summary>
    public static IReadOnlyList<Finding> Check(params Type[] types)
    {
        var interfaces = types.Where(IsGrainInterface).ToList();
        var classes = types.Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IGrain))).ToList();
        var wire = WireTypes.Of(interfaces, types);
        return
        [
            .. interfaces.SelectMany(InterfaceRules.Check),
            .. GrainRules.Check([.. classes, .. interfaces]),
            .. wire.Refused,
            .. wire.Types.SelectMany(WireTypeRules.Check),
            .. WireTypeRules.TakenAliases([.. wire.Types, .. interfaces]),
        ];
    }

    private static bool IsGrainInterface(Type type) => type.IsInterface && type.IsAssignableTo(typeof(IGrain));
}
