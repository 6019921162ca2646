using System.Collections.Frozen;
using Centra.Documents;

namespace Centra.Rules;

/// <summary>Reads documents of rules: strictly when they are published, typed when they are used.</summary>
public static class RulesReader
{
    private static readonly FrozenDictionary<string, Func<string, Refusal?>> Checks = new[]
    {
        Check<PolicyRules>(), Check<CommitteeRules>(), Check<CriteriaRules>(), Check<PriceBook>(), Check<AgreementTemplate>(), Check<FormRules>(), Check<CalendarRules>(),
        Check<ServiceLevels>(), Check<MessageTemplates>(),
    }.ToFrozenDictionary();

    /// <summary>What is wrong with a document of a kind; null: nothing.</summary>
    public static Refusal? WhatIsWrong(string kind, string json) => Checks.TryGetValue(kind, out var check) ? check(json) : RulesRefusal.RulesNotFound.Because();

    /// <summary>What a published version says.</summary>
    /// <exception cref="InvalidDataException">It does not read as this content: another kind, or published by a newer build.</exception>
    public static T Read<T>(RulesVersion version)
        where T : class, IRulesContent<T>
    {
        var content = version.Kind == T.Kind ? Read<T>(version.Json) : RulesRefusal.DocumentIsWrong;
        return content.Value ?? throw new InvalidDataException($"Version {version.Number} of the rules {version.Kind} does not read as {typeof(T).Name}.");
    }

    private static Result<T> Read<T>(string json)
        where T : class, IRulesContent<T> => Document.Read(json, T.Read, RulesRefusal.DocumentIsWrong);

    private static KeyValuePair<string, Func<string, Refusal?>> Check<T>()
        where T : class, IRulesContent<T> => new(T.Kind, json => Read<T>(json).Refusal);
}
