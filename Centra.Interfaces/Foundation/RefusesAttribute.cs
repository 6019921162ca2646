using System.Collections.Concurrent;
using System.Reflection;

namespace Centra;

/// <summary>Gives a member of a refusal enum its kind and its sentence.</summary>
/// <param name="kind">What sort of no.</param>
/// <param name="sentence">The detail when the place that refuses has nothing more exact to say.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class RefusesAttribute(RefusalKind kind, string sentence) : Attribute
{
    /// <summary>What sort of no.</summary>
    public RefusalKind Kind { get; } = kind;

    /// <summary>One sentence for a person.</summary>
    public string Sentence { get; } = sentence;
}

/// <summary>Turns members of refusal enums into refusals.</summary>
public static class Refusals
{
    private static readonly ConcurrentDictionary<Enum, Refusal> Known = new();

    /// <summary>The refusal that this member stands for, with its own sentence or a more exact one.</summary>
    /// <param name="code">A member that carries <see cref="RefusesAttribute"/>.</param>
    /// <param name="detail">A more exact sentence; without identifiable information.</param>
    public static Refusal Because(this Enum code, string? detail = null)
    {
        var refusal = Known.GetOrAdd(code, Read);
        return detail is null ? refusal : refusal with { Detail = detail };
    }

    private static Refusal Read(Enum code)
    {
        var name = code.ToString();
        var attribute = code.GetType().GetField(name)?.GetCustomAttribute<RefusesAttribute>()
            ?? throw new InvalidOperationException($"{code.GetType().Name}.{name} has no [Refuses].");
        return new Refusal(attribute.Kind, name, attribute.Sentence);
    }
}
