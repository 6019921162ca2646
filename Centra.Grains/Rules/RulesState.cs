using System.Collections.Immutable;

namespace Centra.Rules;

/// <summary>The versions of one kind of rules, oldest first.</summary>
public sealed record RulesState(ImmutableArray<PublishedVersion> Versions)
{
    /// <summary>Before the first version.</summary>
    public static RulesState None { get; } = new([]);

    /// <summary>The last that was published, whether in effect or not.</summary>
    public PublishedVersion? Latest => Versions.LastOrDefault();

    /// <summary>The one in effect: of those that count by now the one that began last; of two that began together the later.</summary>
    public PublishedVersion? At(DateTimeOffset now) =>
        Versions.Where(version => version.EffectiveFrom <= now).MaxBy(version => (version.EffectiveFrom, version.Number));
}

/// <summary>A version as it is kept.</summary>
public sealed record PublishedVersion(int Number, string Json, string Sha256, DateTimeOffset EffectiveFrom);

/// <summary>Versions as they are stored.</summary>
public sealed record RulesRecord
{
    /// <summary>All of them, oldest first.</summary>
    public PublishedVersion[]? Versions { get; init; }
}
