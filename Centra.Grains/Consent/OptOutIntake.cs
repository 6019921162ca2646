using Centra.Fhir;
using Centra.Gate;
using Centra.Matching;
using Centra.Storage;

namespace Centra.Consent;

/// <summary>Turns a received identity into what may cross a grain call, where it was received. The identity itself goes no further.</summary>
public sealed class OptOutIntake(GateKeys keys, OptOutMatcher matcher, Vault vault)
{
    // What is recognised in a register of this size is recognised in any smaller one.
    private const long LargeRegister = 1_000_000;

    /// <summary>Hashes an identity; refuses one by which nobody could be recognised.</summary>
    public Result<HashedIdentity> Hash(PatientDemographics demographics, string practiceId)
    {
        var identity = demographics.ToIdentity();
        var tokens = TokenSet.Of(identity, practiceId, keys.Current);
        var comparators = matcher.ComparatorsOf(identity, practiceId);
        if (tokens.IsEmpty || !CouldBeRecognised(comparators))
            return ConsentRefusal.IdentityTooThin;
        return new HashedIdentity(
            tokens.Epochs,
            [.. tokens.Packed],
            [.. matcher.Seal(comparators)],
            [.. TokenSet.Digest(identity, practiceId, keys.Current)],
            BlockingRules.Version);
    }

    // An opt-out that would let even its own person through promises what it cannot hold.
    private static bool CouldBeRecognised(Comparators comparators) =>
        FellegiSunter.Decide(comparators, comparators, OptOutMatcher.Model, LargeRegister).Outcome is not MatchOutcome.Permitted;

    /// <summary>Looks which key epochs are in force, after tokens were refused for theirs.</summary>
    public Task RefreshAsync() => keys.RefreshAsync(vault);
}
