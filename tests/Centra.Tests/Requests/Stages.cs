using System.Collections.Immutable;
using Centra.Requests;

namespace Centra.Tests.Requests;

/// <summary>Stories as far as a stage, by the commands that lead there.</summary>
internal static class Stages
{
    public static Story Draft { get; } = Story.Begin
        .By("pi", new CreateDraft("A study", Cast.Home, "Ada Pine"))
        .By("pi", new AddTeamMember("delegate", "Ben Oak", Cast.Home, TeamPart.Delegate))
        .By("pi", new AddTeamMember("member", "Cy Elm", Cast.Home, TeamPart.Member))
        .By("pi", new AddDataset("survey", ["region", "score"], "Everybody", null, null))
        .By("pi", new AddDataset("census", ["region"], "Everybody", 2015, 2020))
        .By("pi", new DeclareInterests(["co-author"], ["North Fund"], "academic"))
        .By("pi", new Attach(Document("form", isForm: true)));

    public static Story Submitted { get; } = Draft.By("pi", new Submit());

    public static Story Available { get; } = Submitted.By("manager", new RecordAvailability([There("survey"), There("census")]));

    public static Story InCommittee { get; } = Available.By("manager", Check(true));

    public static Story Assigned { get; } = Declared(InCommittee.By("manager", new AssignReviewers(["r1", "r2", "r3"])), "r1", "r2", "r3");

    public static Story Closed { get; } = Voted(Assigned, Recommendation.Approve, Recommendation.Approve, Recommendation.Deny).By("chair", new CloseBallot());

    public static Story Decided { get; } = Closed.By("chair", Decide(true, true));

    public static Story Denied { get; } = Closed.By("chair", Decide(false, false)).By("manager", new NotifyDecision());

    public static Story Contracting { get; } = Decided.By("manager", new NotifyDecision());

    public static Story Issued { get; } = Contracting.Told(Cast.Estimated).Told(Cast.Issued());

    public static Story Fulfilment { get; } = Issued.Later(30).Told(Cast.Paid());

    public static Story Active { get; } = Cast.Team.Aggregate(Fulfilment.Told(Cast.Released), (story, who) => story.By(who, new AcceptTerms(1)));

    public static Story Downloaded { get; } = Active.Told(Cast.Released with { Release = Cast.Released.Release! with { FirstDownloadAt = Active.Now } });

    public static Story Expired { get; } = (Downloaded with { Now = Downloaded.State.Contract.EndsAt!.Value }).Tick();

    public static Story Revoked { get; } = Downloaded.By("manager", new Revoke("Misuse."));

    public static Story ClosedOut { get; } = Downloaded.By("pi", new AttestDestruction("Shredded.")).By("pi", new CloseOut("All done.")).By("steward", new AcceptCloseOut());

    /// <summary>A story in every stage but None, each reached by commands.</summary>
    public static IReadOnlyDictionary<RequestStage, Story> All { get; } = new[]
    {
        Draft, Submitted, Available, Assigned, Denied, Issued, Fulfilment, Downloaded, Expired, Revoked, ClosedOut,
        Submitted.By("pi", new Withdraw("No funds.")),
        Submitted.By("manager", new RecordAvailability([Gone("survey"), Gone("census")])),
        Issued.Told(Cast.Issued() with { Agreement = Cast.Issued().Agreement! with { IsDeclined = true } }),
        Issued.By("manager", new DeclineToFulfil("No staff.")).By("manager2", new ApproveDeclining()),
    }.ToImmutableDictionary(story => story.State.Stage);

    public static Story Declared(Story story, params string[] reviewers) => reviewers.Aggregate(story, (before, who) => before.By(who, new DeclareConflict(false, "")));

    public static Story Voted(Story story, params Recommendation[] votes) =>
        votes.Select((vote, at) => (vote, Who: Cast.Reviewers[at])).Aggregate(story, (before, one) => before.By(one.Who, Vote(one.vote)));

    public static Evaluate Vote(Recommendation vote) => new(
        [new DatasetRecommendation("survey", vote, "With care."), new DatasetRecommendation("census", vote, "With care.")],
        [.. Cast.Rules.Criteria.Criteria.Select(known => new CriterionScore(known.Key, 3, "Fair."))]);

    public static Decide Decide(bool survey, bool census, string reason = "Because.") => new(Outcomes(survey, census), reason);

    public static CorrectDecision Correct(bool survey, bool census, string reason = "Because.") => new(Outcomes(survey, census), reason);

    public static RecordPolicyCheck Check(bool isMet) => new(
        isMet, [.. Cast.Rules.Policy.Checklist.Select(item => new ChecklistAnswer(item.Key, isMet, ""))], isMet ? "" : "For marketing.");

    public static DatasetAvailability There(string id) => new(id, Availability.Available, true, true, true, "");

    public static DatasetAvailability Gone(string id) => new(id, Availability.NotAvailable, false, false, false, "Lost.");

    public static AttachedDocument Document(string id, bool isForm = false) => new(id, $"{id}.pdf", "application/pdf", 10, Cast.Hash(1), isForm);

    private static ImmutableArray<DatasetDecision> Outcomes(bool survey, bool census) => [new("survey", survey, ""), new("census", census, "")];
}
