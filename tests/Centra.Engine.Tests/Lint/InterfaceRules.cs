using System.Reflection;

namespace Centra.Engine.Tests.Lint;

/// <summary>What a grain interface may have.</summary>
internal static class InterfaceRules
{
    public static IEnumerable<Finding> Check(Type grainInterface) =>
    [
        .. grainInterface.GetProperties().Select(property => Broken(LintRule.InterfaceHasPropertyOrEvent, property)),
        .. grainInterface.GetEvents().Select(happening => Broken(LintRule.InterfaceHasPropertyOrEvent, happening)),
        .. grainInterface.GetMethods().Where(method => !method.IsSpecialName && !method.IsStatic).SelectMany(Check),
    ];

    private static IEnumerable<Finding> Check(MethodInfo method)
    {
        var parameters = method.GetParameters();
        if (!IsTask(method.ReturnType))
            yield return Broken(LintRule.MethodReturnsNoTask, method);
        if (parameters.Any(parameter => parameter.ParameterType.IsByRef))
            yield return Broken(LintRule.ParameterIsByReference, method);
        if (method.IsGenericMethod)
            yield return Broken(LintRule.MethodIsGeneric, method);
        if (method.GetCustomAttributes().Any(attribute => attribute.GetType().Name == "OneWayAttribute"))
            yield return Broken(LintRule.MethodIsOneWay, method);
        if (parameters.SkipLast(1).Any(parameter => parameter.ParameterType == typeof(CancellationToken)))
            yield return Broken(LintRule.CancellationTokenIsNotTheOneLastParameter, method);
    }

    private static bool IsTask(Type type) => type == typeof(Task) || type == typeof(ValueTask)
        || (type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(Task<>) || open == typeof(ValueTask<>)));

    private static Finding Broken(LintRule rule, MemberInfo member) => new(rule, $"{member.DeclaringType!.Name}.{member.Name}");
}
