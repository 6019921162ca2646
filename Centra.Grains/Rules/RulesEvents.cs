namespace Centra.Rules;

/// <summary>What happens to rules: a closed family.</summary>
public abstract record RulesEvent;

/// <summary>A version was published.</summary>
public sealed record RulesPublished(int Number, string Json, string Sha256, DateTimeOffset EffectiveFrom, string Note, string By, DateTimeOffset At) : RulesEvent;
