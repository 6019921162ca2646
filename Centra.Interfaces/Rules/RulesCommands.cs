using Orleans;
using static Centra.Rules.RulesRefusal;

namespace Centra.Rules;

/// <summary>What can be commanded of rules: a closed family.</summary>
[GenerateSerializer, Immutable, Alias("centra.rules.command")]
public abstract record RulesCommand;

/// <summary>A new version. No version is ever changed: a mistake is mended by the next one.</summary>
/// <param name="Json">The document.</param>
/// <param name="EffectiveFrom">From when on it counts, not in the past; null: at once.</param>
/// <param name="Note">Why, for everybody who looks at the history.</param>
/// <param name="BasedOn">Number of the version that the author started from; refused where another has come in between. Null: not asked.</param>
[GenerateSerializer, Immutable, Alias("centra.rules.publish")]
[RefusedWith(RulesNotFound, NoteIsMissing, DocumentIsTooLarge, VersionStartsInThePast, AnotherVersionCameFirst, DocumentIsWrong, VersionChangesNothing)]
public sealed record PublishRules(
    [property: Id(0)] string Json, [property: Id(1)] DateTimeOffset? EffectiveFrom, [property: Id(2)] string Note, [property: Id(3)] int? BasedOn = null) : RulesCommand;
