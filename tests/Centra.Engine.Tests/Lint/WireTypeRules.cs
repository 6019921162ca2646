using System.Reflection;
using Orleans;

namespace Centra.Engine.Tests.Lint;

/// <summary>What a type needs to cross a grain call.</summary>
internal static class WireTypeRules
{
    public static IEnumerable<Finding> Check(Type type) =>
    [
        .. Unless(LintRule.TypeHasNoSerializer, type, type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false)),
        .. Unless(LintRule.TypeHasNoAlias, type, type.IsDefined(typeof(AliasAttribute), inherit: false)),
        .. Unless(LintRule.TypeIsNotImmutable, type,
            type.IsAssignableTo(typeof(Exception)) || type.IsDefined(typeof(ImmutableAttribute), inherit: false)),
        .. Unless(LintRule.TypeIsHidden, type, !IsHidden(type)),
        .. MembersWithoutId(type),
        .. TakenIds(type),
    ];

    public static IEnumerable<Finding> TakenAliases(IEnumerable<Type> types) => types.Distinct()
        .SelectMany(type => type.GetCustomAttributes<AliasAttribute>(inherit: false).Select(alias => (type.Name, alias.Alias)))
        .GroupBy(named => named.Alias, StringComparer.Ordinal)
        .SelectMany(named => named.OrderBy(one => one.Name, StringComparer.Ordinal).Skip(1))
        .Select(taken => new Finding(LintRule.AliasIsTaken, $"{taken.Name}: {taken.Alias}"));

    private static IEnumerable<Finding> MembersWithoutId(Type type) => WireTypes.MembersOf(type)
        .Where(member => IdOf(member) is null)
        .Select(member => new Finding(LintRule.MemberHasNoId, $"{type.Name}.{member.Name}"));

    private static IEnumerable<Finding> TakenIds(Type type) => WireTypes.MembersOf(type)
        .Where(member => IdOf(member) is not null)
        .GroupBy(member => IdOf(member)!.Id)
        .SelectMany(same => same.Skip(1))
        .Select(member => new Finding(LintRule.IdIsTaken, $"{type.Name}.{member.Name}"));

    private static IdAttribute? IdOf(MemberInfo member) => member.GetCustomAttribute<IdAttribute>();

    // The generated code lies outside of the type, in another file.
    private static bool IsHidden(Type type) =>
        type.IsNestedPrivate || type.IsNestedFamily || type.IsNestedFamANDAssem || type.Name.StartsWith('<')
        || (type.DeclaringType is { } outer && IsHidden(outer));

    private static IEnumerable<Finding> Unless(LintRule rule, Type type, bool kept) => kept ? [] : [new Finding(rule, type.Name)];
}
