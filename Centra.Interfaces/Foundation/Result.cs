using System.Diagnostics.CodeAnalysis;
using Orleans;

namespace Centra;

/// <summary>A value, or the refusal to give one. Exactly one of the two is present.</summary>
/// <typeparam name="T">What a success carries.</typeparam>
[GenerateSerializer, Immutable, Alias("centra.result`1")]
public sealed record Result<T>
{
    private Result(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>The value of a success; default in a refusal.</summary>
    [Id(0)]
    public T? Value { get; private init; }

    /// <summary>Why not; null in a success.</summary>
    [Id(1)]
    public Refusal? Refusal { get; private init; }

    /// <summary>Whether this is a refusal.</summary>
    [MemberNotNullWhen(true, nameof(Refusal))]
    [MemberNotNullWhen(false, nameof(Value))]
    public bool IsRefused => Refusal is not null;

    /// <summary>A success.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A refusal.</summary>
    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);

    /// <summary>A refusal with its own sentence.</summary>
    public static implicit operator Result<T>(Enum code) => new(default, code.Because());

    /// <summary>The same refusal, or another value made from this one.</summary>
    public Result<TOther> Map<TOther>(Func<T, TOther> map) => IsRefused ? Refusal : map(Value);
}

/// <summary>The value of a success that has nothing more to say.</summary>
[GenerateSerializer, Immutable, Alias("centra.done")]
public sealed record Done
{
    /// <summary>The one instance worth having.</summary>
    public static Done Instance { get; } = new();
}
