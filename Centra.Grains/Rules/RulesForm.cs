using Centra.Recording;

namespace Centra.Rules;

/// <summary>How rules are stored, and how they are shown.</summary>
internal static class RulesForm
{
    public static RecordedForm<RulesState, RulesEvent, RulesRecord> Recorded { get; } = new(Load, Save, RulesRules.Apply);

    public static RulesVersion View(string kind, PublishedVersion version) => new(kind, version.Number, version.Json, version.Sha256, version.EffectiveFrom);

    private static RulesState Load(RulesRecord? stored) => stored is null ? RulesState.None : new RulesState([.. stored.Versions ?? []]);

    private static RulesRecord Save(RulesState state) => new() { Versions = [.. state.Versions] };
}
