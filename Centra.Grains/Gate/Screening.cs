using System.Collections.Immutable;
using Centra.Matching;
using Centra.Register;
using Centra.Storage;

namespace Centra.Gate;

/// <summary>Asks the register about people: tokens, shards, and for the few candidates the decision. Stores nothing.</summary>
public sealed class Screening(RegisterChecks checks, GateKeys keys, OptOutMatcher matcher, Vault vault, IdHashes hashes)
{
    private const int Attempts = 3;

    /// <summary>Screens people. A refusal means that nothing is known of anybody: no one is let through by it.</summary>
    public async Task<Result<ScreeningAnswer>> ScreenAsync(IReadOnlyList<PersonToScreen> people)
    {
        for (var attempt = 1; ; attempt++)
        {
            var current = keys.Current;
            var tokens = await Pieces.SelectAsync(people, person => TokenSet.Of(person.Identity, person.PracticeId, current));
            var asked = await checks.AskAsync([.. tokens.Select(set => new ReadOnlyMemory<byte>(set.Packed))], current.ActiveEpochs);
            var decided = asked.IsRefused ? asked.Refusal : await DecideAsync(people, tokens, asked.Value, current);
            if (decided.Refusal?.Code != nameof(RegisterRefusal.TokensAreOfAnotherEpoch) || attempt == Attempts)
                return decided;
            await keys.RefreshAsync(vault);
        }
    }

    private async Task<Result<ScreeningAnswer>> DecideAsync(IReadOnlyList<PersonToScreen> people, List<TokenSet> tokens, CheckAnswer answer, MatchKeys current)
    {
        var suspects = Enumerable.Range(0, people.Count).Where(at => answer.Candidates[at].Length > 0).ToArray();
        var hits = new ImmutableArray<OptOutHit>[people.Count];
        Array.Fill(hits, []);
        var isOfEpoch = suspects.Length == 0 || await vault.Database.ReadAsync(async session =>
        {
            var registered = await OptOuts.LastOrdinalAsync(session);
            foreach (var at in suspects)
                hits[at] = await DecideAsync(session, people[at], answer.Candidates[at], registered, current);
            return (await RegisterHead.ReadAsync(session)).Epochs.Any(current.ActiveEpochs.Contains);
        });
        if (!isOfEpoch)
            return RegisterRefusal.TokensAreOfAnotherEpoch;
        return new ScreeningAnswer(answer.Sequence, [.. people.Select((_, at) => new ScreenedPerson(tokens[at], hits[at]))]);
    }

    private async Task<ImmutableArray<OptOutHit>> DecideAsync(
        DbSession session, PersonToScreen person, IReadOnlyCollection<long> candidates, long registered, MatchKeys current)
    {
        var optOuts = await OptOuts.InForceAsync(session, candidates);
        if (optOuts.Count == 0)
            return [];
        if (person.Patient is { } patient)
        {
            var exempt = await Exemptions.OfAsync(session, patient, IdentityHashes.Of(hashes, person.Identity));
            optOuts.RemoveAll(row => exempt.Contains(row.Ordinal));
        }
        var knownIds = await RegisterTokens.OrdinalsAsync(session, IdTokens(person, current));
        return matcher.Decide(matcher.ComparatorsOf(person.Identity, person.PracticeId), optOuts, registered, knownIds.ToHashSet());
    }

    private static byte[][] IdTokens(PersonToScreen person, MatchKeys current) =>
        TokenSet.Of(Normaliser.Normalise(new PersonIdentity { PatientIds = person.Identity.PatientIds }), person.PracticeId, current).Each();
}

/// <summary>A person to ask the register about.</summary>
/// <param name="Identity">Who, normalised.</param>
/// <param name="PracticeId">Whose patient ids the identity holds.</param>
/// <param name="Patient">Keyed hash of (practice, Patient.id), where exemptions count: they hold for the patient as it is identified here.</param>
public sealed record PersonToScreen(NormalIdentity Identity, string PracticeId, Key128? Patient = null);

/// <summary>What is known of a person.</summary>
/// <param name="Tokens">What was asked.</param>
/// <param name="Hits">Opt-outs that suppress or want review, severest first; empty: permitted.</param>
public sealed record ScreenedPerson(TokenSet Tokens, ImmutableArray<OptOutHit> Hits)
{
    /// <summary>Whether the practice disputes what suppresses the person: a question for officers until they have decided.</summary>
    public bool IsDisputed { get; init; }

    /// <summary>The severest outcome.</summary>
    public MatchOutcome Outcome => Hits.IsEmpty ? MatchOutcome.Permitted : IsDisputed ? MatchOutcome.Review : Hits[0].Decision.Outcome;
}

/// <summary>What is known of all people asked about, at one head of the register.</summary>
public sealed record ScreeningAnswer(long Sequence, IReadOnlyList<ScreenedPerson> People);
