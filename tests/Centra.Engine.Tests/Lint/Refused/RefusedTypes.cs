using System.Collections.Immutable;
using Orleans;

namespace Centra.Engine.Tests.Lint.Refused;

/// <summary>Crosses without saying so.</summary>
public sealed record BareType(int Number);

/// <summary>Good itself; what it holds is not.</summary>
[GenerateSerializer, Immutable, Alias("refused.kept")]
public sealed record KeptType([property: Id(0)] ImmutableArray<ReachedType> Reached, [property: Id(1)] int[] Numbers);

/// <summary>Only reached through another.</summary>
public sealed record ReachedType([property: Id(0)] int Number);

[GenerateSerializer, Immutable, Alias("refused.members")]
public sealed record MembersType([property: Id(0)] int First, [property: Id(0)] int Second, int Third)
{
    [Id(3)]
    private readonly int _fourth = First;

    private readonly int _fifth = First;

    public int Sum => _fourth + _fifth;
}

[GenerateSerializer, Immutable, Alias("refused.same")]
public sealed record FirstOfName;

[GenerateSerializer, Immutable, Alias("refused.same")]
public sealed record SecondOfName;

[GenerateSerializer, Alias("refused.mutable")]
public sealed record MutableType;

[GenerateSerializer, Immutable]
public sealed record NamelessType;

public static class Hiding
{
    public static Type Hidden => typeof(HiddenType);

    [GenerateSerializer, Immutable, Alias("refused.hidden")]
    private sealed record HiddenType;
}

[GenerateSerializer, Immutable, Alias("refused.file")]
file sealed record FileType;
