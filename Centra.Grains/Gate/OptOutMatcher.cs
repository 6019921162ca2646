using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Centra.Matching;
using Centra.Storage;

namespace Centra.Gate;

/// <summary>Decides whether an opt-out is of a person, from the opt-out's encrypted comparators and the person's identity.</summary>
public sealed class OptOutMatcher(KeyRing ring, GateKeys keys)
{
    private static readonly byte[] About = Encoding.ASCII.GetBytes("centra comparators");

    /// <summary>The weights and thresholds in force.</summary>
    public static MatchModel Model => MatchModel.Current;

    /// <summary>An identity's comparators. They do not depend on the epoch.</summary>
    public Comparators ComparatorsOf(NormalIdentity identity, string practiceId) => Comparators.From(identity, practiceId, keys.Current);

    /// <summary>Comparators as an opt-out keeps them.</summary>
    public byte[] Seal(Comparators comparators)
    {
        using var cipher = Sealing.Cipher(ring.Comparators);
        return Sealing.Seal(cipher, comparators.Encode(), About);
    }

    /// <summary>An opt-out's comparators.</summary>
    /// <exception cref="CryptographicException">They were sealed with another key.</exception>
    public Comparators Open(ReadOnlySpan<byte> box)
    {
        using var cipher = Sealing.Cipher(ring.Comparators);
        var decoded = Comparators.Decode(Sealing.Open(cipher, box, About));
        return decoded.IsRefused ? throw new CryptographicException(decoded.Refusal.Code) : decoded.Value;
    }

    /// <summary>What a set of opt-outs says of a person: those that suppress or want review. The severest counts.</summary>
    /// <param name="person">The person.</param>
    /// <param name="optOuts">Candidates in force.</param>
    /// <param name="registered">How many opt-outs there are.</param>
    /// <param name="knownIds">Ordinals of opt-outs that were given one of the person's patient ids later: of a patient erased for them.</param>
    public ImmutableArray<OptOutHit> Decide(Comparators person, IEnumerable<OptOutRow> optOuts, long registered, IReadOnlySet<long> knownIds) =>
        [.. optOuts.Select(row => new OptOutHit(row.Ordinal, FellegiSunter.Decide(PatternOf(person, row, knownIds), Model, registered)))
            .Where(hit => hit.Decision.Outcome is not MatchOutcome.Permitted)
            .OrderByDescending(hit => hit.Decision.Outcome).ThenByDescending(hit => hit.Decision.Weight)];

    // Comparators are of the form alone; ids that the opt-out got afterwards stand in the register as tokens only.
    private AgreementPattern PatternOf(Comparators person, OptOutRow row, IReadOnlySet<long> knownIds)
    {
        var pattern = Comparison.Of(Open(row.Comparators), person);
        return knownIds.Contains(row.Ordinal) ? pattern.With(MatchField.PatientId, AgreementLevel.Agree) : pattern;
    }
}

/// <summary>An opt-out that may be, or is, of a person.</summary>
public sealed record OptOutHit(long Ordinal, MatchDecision Decision);
