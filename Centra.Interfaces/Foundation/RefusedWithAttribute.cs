using System.Reflection;

namespace Centra;

/// <summary>
/// What a command may be refused with, by the rules that decide it: part of its contract. The description of the HTTP interface is made from this, and tests
/// hold it against the rules and against what the service answers.
/// </summary>
/// <param name="sources">Members of refusal enums; or a type: an enum, all of whose members count, or a command, to which this one is carried on.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class RefusedWithAttribute(params object[] sources) : Attribute
{
    /// <summary>Members of refusal enums, and types.</summary>
    public IReadOnlyList<object> Sources { get; } = sources;

    /// <summary>All that a command names, with what the family names that it belongs to.</summary>
    public static IEnumerable<Enum> Of(Type command) =>
        command.GetCustomAttributes<RefusedWithAttribute>(inherit: true).SelectMany(named => named.Sources).SelectMany(Members).Distinct();

    private static IEnumerable<Enum> Members(object source) => source switch
    {
        Enum member => [member],
        Type { IsEnum: true } all => Enum.GetValues(all).Cast<Enum>(),
        Type command => Of(command),
        _ => throw new InvalidOperationException($"{source} is no refusal."),
    };
}
