using System.Reflection;
using Orleans;
using Orleans.Runtime;

namespace Centra.Engine.Tests.Lint;

/// <summary>The types that cross grain calls: what grain interfaces name, what those types hold, and whatever says that it does.</summary>
internal sealed class WireTypes
{
    private readonly HashSet<Type> _types = [];
    private readonly HashSet<Finding> _refused = [];

    public IReadOnlyCollection<Type> Types => _types;

    public IReadOnlyCollection<Finding> Refused => _refused;

    public static WireTypes Of(IEnumerable<Type> interfaces, IEnumerable<Type> types)
    {
        var found = new WireTypes();
        foreach (var method in interfaces.SelectMany(type => type.GetMethods()).Where(method => !method.IsSpecialName))
            found.AddSignature(method);
        foreach (var type in types.Where(type => type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false)))
            found.Add(type, type.Name);
        return found;
    }

    /// <summary>The members that would be written: fields and properties with a field behind them.</summary>
    public static IEnumerable<MemberInfo> MembersOf(Type type)
    {
        const BindingFlags declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var fields = type.GetFields(declared);
        var stored = fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        return fields.Where(field => !field.Name.EndsWith("k__BackingField", StringComparison.Ordinal)).Cast<MemberInfo>()
            .Concat(type.GetProperties(declared).Where(property => stored.Contains($"<{property.Name}>k__BackingField")));
    }

    public static Type TypeOf(MemberInfo member) => member is FieldInfo field ? field.FieldType : ((PropertyInfo)member).PropertyType;

    private void AddSignature(MethodInfo method)
    {
        var subject = $"{method.DeclaringType!.Name}.{method.Name}";
        var parameters = method.GetParameters().Select(parameter => parameter.ParameterType).Where(type => type != typeof(CancellationToken));
        foreach (var type in parameters.Concat(method.ReturnType.GenericTypeArguments))
            Add(type, subject);
    }

    private void Add(Type type, string subject)
    {
        if (type.IsGenericParameter || type.IsByRef || type.IsEnum || type.IsAssignableTo(typeof(IAddressable)) || Crossing.IsLeaf(type))
            return;
        foreach (var argument in type.GenericTypeArguments)
            Add(argument, subject);
        if (Crossing.IsContainer(type))
            return;
        var open = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        if (!Crossing.IsOurs(open))
            _refused.Add(new Finding(LintRule.TypeCannotCross, $"{subject}: {type.Name}"));
        else if (_types.Add(open))
            AddContents(open);
    }

    private void AddContents(Type type)
    {
        if (type.BaseType is { } parent && Crossing.IsOurs(parent))
            Add(parent, type.Name);
        foreach (var member in MembersOf(type))
            Add(TypeOf(member), $"{type.Name}.{member.Name}");
    }
}
