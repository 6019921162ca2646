using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Centra.Rules;

/// <summary>The rules of publishing rules. Pure. (Design: requests.md, "Rules as data".)</summary>
public static class RulesRules
{
    private const int LongestDocument = 256 * 1024;

    /// <summary>Decides a command.</summary>
    public static Result<ImmutableArray<RulesEvent>> Decide(string kind, RulesState state, RulesCommand command, string actor, DateTimeOffset now) => command switch
    {
        _ when !RulesKinds.All.Contains(kind) => RulesRefusal.RulesNotFound,
        PublishRules { Note: not { Length: > 0 and <= 1000 } } => RulesRefusal.NoteIsMissing,
        PublishRules { Json.Length: > LongestDocument } => RulesRefusal.DocumentIsTooLarge,
        PublishRules { EffectiveFrom: { } from } when from < now => RulesRefusal.VersionStartsInThePast,
        PublishRules { BasedOn: { } number } when number != (state.Latest?.Number ?? 0) => RulesRefusal.AnotherVersionCameFirst,
        PublishRules publish => Publish(kind, state, publish, actor, now),
        _ => throw new InvalidOperationException($"Nothing decides {command.GetType().Name}."),
    };

    /// <summary>The state after an event.</summary>
    public static RulesState Apply(RulesState state, RulesEvent happened) => happened switch
    {
        RulesPublished published => new(state.Versions.Add(new PublishedVersion(published.Number, published.Json, published.Sha256, published.EffectiveFrom))),
        _ => throw new InvalidOperationException($"Nothing applies {happened.GetType().Name}."),
    };

    private static Result<ImmutableArray<RulesEvent>> Publish(string kind, RulesState state, PublishRules publish, string actor, DateTimeOffset now)
    {
        if (RulesReader.WhatIsWrong(kind, publish.Json) is { } wrong)
            return wrong;
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(publish.Json)));
        var from = publish.EffectiveFrom ?? now;
        if (state.Latest is { } latest && latest.Sha256 == sha256 && state.At(from) == latest)
            return RulesRefusal.VersionChangesNothing;
        return ImmutableArray.Create<RulesEvent>(new RulesPublished((state.Latest?.Number ?? 0) + 1, publish.Json, sha256, from, publish.Note, actor, now));
    }
}
