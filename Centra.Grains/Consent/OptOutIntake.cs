using Centra.Fhir;
using Centra.Gate;
using Centra.Matching;
using Centra.Register;

namespace Centra.Consent;

/// <summary>Turns a received identity into what may cross a grain call, where it was received. The identity itself goes no further.</summary>
public sealed class OptOutIntake(GateKeys keys, OptOutMatcher matcher, HeadReader heads)
{
    /// <summary>Hashes an identity; refuses one by which nobody could be recognised.</summary>
    public Result<HashedIdentity> Hash(PatientDemographics demographics, string practiceId)
    {
        var identity = demographics.ToIdentity();
        var tokens = TokenSet.Of(identity, practiceId, keys.Current);
        if (tokens.IsEmpty)
            return ConsentRefusal.IdentityTooThin;
        return new HashedIdentity(
            tokens.Epochs,
            [.. tokens.Packed],
            [.. matcher.Seal(matcher.ComparatorsOf(identity, practiceId))],
            [.. TokenSet.Digest(identity, practiceId, keys.Current)],
            BlockingRules.Version);
    }

    /// <summary>Looks which key epochs are in force, after tokens were refused for theirs.</summary>
    public async Task RefreshAsync() => keys.Use((await heads.ReadAsync()).Epochs);
}
