using System.Reflection;
using Orleans.Runtime;

namespace Centra.Engine.Tests.Lint;

/// <summary>What a grain class may be, and how its states are named.</summary>
internal static class GrainRules
{
    public static IEnumerable<Finding> Check(IReadOnlyCollection<Type> grains) =>
    [
        .. grains.Where(grain => grain.IsGenericTypeDefinition).Select(grain => new Finding(LintRule.GrainIsGeneric, grain.Name)),
        .. grains.SelectMany(StatesOf).GroupBy(state => state.Name, StringComparer.Ordinal)
            .SelectMany(named => named.Skip(1)).Select(taken => new Finding(LintRule.StateNameIsTaken, $"{taken.Grain}: {taken.Name}")),
    ];

    private static IEnumerable<(string Grain, string Name)> StatesOf(Type grain) => grain.GetConstructors()
        .SelectMany(constructor => constructor.GetParameters())
        .Select(parameter => parameter.GetCustomAttribute<PersistentStateAttribute>())
        .Where(state => state is not null)
        .Select(state => (grain.Name, state!.StateName));
}
