using Orleans;
using Orleans.Concurrency;

namespace Centra.Rules;

/// <summary>One kind of rules that staff change without a release: its versions, each for ever. Key: <c>rules/KIND</c>, see <see cref="RulesKinds"/>.</summary>
[Alias("centra.rules.rules")]
public interface IRulesGrain : IRecordedGrain
{
    /// <summary>Publishes a version, once. Who may publish which kind is the endpoint's policy; whether it reads as this kind is decided here.</summary>
    [Alias("handle")]
    Task<Result<RulesVersion>> Handle(CommandContext context, RulesCommand command);

    /// <summary>The version in effect now. Refused with <see cref="RulesRefusal.RulesNotFound"/>.</summary>
    [ReadOnly, Alias("current")]
    Task<Result<RulesVersion>> Current();

    /// <summary>A version, whether in effect or not. Refused with <see cref="RulesRefusal.RulesVersionNotFound"/>.</summary>
    [ReadOnly, Alias("version")]
    Task<Result<RulesVersion>> Version(int number);
}
