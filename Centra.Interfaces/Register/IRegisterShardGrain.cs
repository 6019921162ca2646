using System.Collections.Immutable;
using Orleans;
using Orleans.Concurrency;

namespace Centra.Register;

/// <summary>
/// One shard of the suppression register, chosen by the top bits of a token. Key: <c>shard/N</c>. It holds in memory which opt-outs
/// a token belongs to; the database decides, memory only makes it fast. (Design: opt-out.md, "Register".)
/// </summary>
[Alias("centra.register.shard")]
public interface IRegisterShardGrain : IGrainWithStringKey
{
    /// <summary>
    /// Which of these tokens are held by an opt-out. A shard that stands below the asker's head first reads what it lacks; where the
    /// database lacks it too, it refuses with <see cref="RegisterRefusal.RegisterWentBack"/>. One that is still loading refuses with
    /// <see cref="RegisterRefusal.RegisterIsLoading"/>. An asker whose head is below the answer's sequence reads the head again: if that
    /// is still below, the database went back. Changes nothing.
    /// </summary>
    [AlwaysInterleave, Alias("probe")]
    Task<Result<ShardAnswer>> Probe(ShardQuestion question);

    /// <summary>There is news up to this sequence. Only a hint: answers are right without it.</summary>
    [AlwaysInterleave, Alias("hint")]
    Task Hint(long sequence);
}

/// <summary>Tokens, all of one shard.</summary>
/// <param name="Head">The register's head, read after the check had begun.</param>
/// <param name="Tokens">Sixteen bytes each, one after the other; freshly allocated, never changed.</param>
[GenerateSerializer, Immutable, Alias("centra.register.question")]
public sealed record ShardQuestion([property: Id(0)] long Head, [property: Id(1)] ImmutableArray<byte> Tokens);

/// <summary>What a shard found.</summary>
/// <param name="Sequence">The sequence up to which the answer holds: at least the head that was asked for.</param>
/// <param name="Hits">A hit each: which token (0-based), and the ordinal of an opt-out that holds it. Empty for most questions.</param>
[GenerateSerializer, Immutable, Alias("centra.register.answer")]
public sealed record ShardAnswer([property: Id(0)] long Sequence, [property: Id(1)] ImmutableArray<ShardHit> Hits);

/// <summary>A token that an opt-out holds. Makes a candidate, never a decision.</summary>
/// <param name="Token">0-based position in the question.</param>
/// <param name="Ordinal">The opt-out.</param>
[GenerateSerializer, Immutable, Alias("centra.register.hit")]
public readonly record struct ShardHit([property: Id(0)] int Token, [property: Id(1)] long Ordinal);
