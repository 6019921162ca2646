using System.Text.Json;
using Centra.Agreements;
using FsCheck;
using FsCheck.Fluent;
using static Centra.Tests.Agreements.AgreementStory;
using static Centra.Tests.Agreements.SampleAgreements;

namespace Centra.Tests.Agreements;

/// <summary>What holds after any history of commands by anybody.</summary>
public class AgreementHistoryTests
{
    private static readonly string[] People = ["manager", "official", "signatory", "clerk", "steward"];

    private sealed record Step(string Actor, int Kind, int Version, int Hours);

    [Fact]
    public void AnyHistory_KeepsSignaturesBoundAndReplaysToItsState()
    {
        var executed = 0;
        var steps = from actor in Gen.Elements(People)
                    from kind in Gen.Choose(0, 11)
                    from version in Gen.Choose(1, 3)
                    from hours in Gen.Choose(0, 40)
                    select new Step(actor, kind, version, hours);
        var histories = steps.ListOf(40).ToArbitrary();

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1500).WithReplay(20270301, 1),
            Prop.ForAll(histories, history => executed += Holds(history) ? 1 : 0));

        executed.ShouldBeGreaterThan(100, "histories that never execute prove nothing");
    }

    private static bool Holds(IEnumerable<Step> history)
    {
        var (state, events, at) = (AgreementState.None, new List<AgreementEvent>(), Now);
        foreach (var step in history)
        {
            at = at.AddHours(step.Hours);
            var number = state.Versions.Length + 1;
            var draft = new AgreementDraft(HashOf(number), HashOf(100 + number), HashOf(200 + number), ["safeguards"]);
            var decided = AgreementRules.Decide(state, CommandOf(step, state, at), draft, step.Actor, at);
            if (decided.IsRefused)
                continue;
            events.AddRange(decided.Value);
            state = decided.Value.Aggregate(state, AgreementRules.Apply);
            CheckState(state);
        }
        var replayed = events.Aggregate(AgreementState.None, AgreementRules.Apply);
        Stored(replayed).ShouldBe(Stored(state));
        Stored(AgreementForm.Recorded.Load(JsonSerializer.Deserialize<AgreementRecord>(Stored(state)))).ShouldBe(Stored(state));
        return AgreementRules.IsFullyExecuted(state);
    }

    // Said anew from what is recorded, not with the rules' own words.
    private static void CheckState(AgreementState state)
    {
        var current = state.Versions[^1];
        var valid = state.Signatures.Where(signature => signature.Version == current.Number && signature.Sha256 == current.Sha256).ToList();
        var bothSigned = valid.Count == 2 && valid[0].Party is SignatureParty.Institution && valid[1].Party is SignatureParty.Society
            && valid[0].UserId != valid[1].UserId && !state.Versions.Any(version => version.IssuedBy == valid[1].UserId);
        AgreementRules.IsFullyExecuted(state).ShouldBe(bothSigned);
        (state.Standing is AgreementStanding.Executed).ShouldBe(bothSigned);
        valid.Count.ShouldBeLessThanOrEqualTo(2);
        AgreementRules.Facts(state).AcceptedEstimate.ShouldBe(valid.Count > 0 ? current.Total : null);
        foreach (var signature in state.Signatures)
            signature.Sha256.ShouldBe(state.Versions[signature.Version - 1].Sha256);
    }

    private static AgreementCommand CommandOf(Step step, AgreementState state, DateTimeOffset at) => step.Kind switch
    {
        0 => new IssueAgreement(Content with { OpenUntil = Today.AddDays(60) }),
        1 => new ReviseAgreement(Content with { OpenUntil = Today.AddDays(90) }, "Again."),
        2 when step.Version == 1 => new RequestChanges([new ClauseComment("safeguards", "Why?")]),
        2 or 3 => new AnswerChanges("Because."),
        4 or 5 => Sign(at.AddMinutes(-step.Hours / 5), Shown(step, state)),
        6 or 7 => Counter(at.AddMinutes(-step.Hours / 5), Shown(step, state)),
        8 => Scan(Shown(step, state)) with { OfficialId = step.Actor, SignedOn = SocietyDays.DayOf(at, Content.Zone) },
        9 or 10 => Attested(Shown(step, state)),
        _ when step.Hours == 40 => new LapseAgreement(),
        _ when step.Hours == 38 => new EndOffer("The request has ended."),
        _ when step.Hours == 39 => new DeclineAgreement("No."),
        _ => Sign(at, Shown(step, state)),
    };

    // Mostly what is current, now and then something old or never issued.
    private static int Shown(Step step, AgreementState state) => step.Hours % 6 == 0 ? step.Version : Math.Max(1, state.Versions.Length);

    private static string Stored(AgreementState state) => JsonSerializer.Serialize(AgreementForm.Recorded.Save(state));
}
