using System.Text.Json;
using Centra.Requests;
using Centra.Storage;
using Centra.Synthetic;
using FsCheck;
using FsCheck.Fluent;

namespace Centra.Tests.Requests;

/// <summary>No sequence of commands gives data away, hides a conflict, or leaves a record that does not tell what happened. (Design: requests.md, "Invariants".)</summary>
public class RequestPropertyTests
{
    private static readonly Config Run = Config.QuickThrowOnFailure.WithMaxTest(300).WithStartSize(5).WithEndSize(100).WithReplay(20_260_302, 11);
    private static readonly RequestCommandKind[] OfPersons = [.. CommandTable.Rows.Where(row => (row.Value.Parts & ~RequestParts.Society) is 0 && row.Key is not RequestCommandKind.DeclareConflict).Select(row => row.Key)];
    private static readonly string[] OfTheTable = ["StageDoesNotAllowThis", "ActorIsOnTheTeam", "ActorIsInConflict", "QuestionIsOpen", "RequestNotFound"];

    [Fact]
    public void AnyHistory_KeepsTheInvariants() => Check.One(Run, Prop.ForAll(Numbers(), Keeps));

    [Fact]
    public void Traffic_ReachesEveryStageAndEveryEvent()
    {
        var (dice, stages, events) = (new Dice(11), new HashSet<RequestStage>(), new HashSet<string>());
        for (var run = 0; run < 400; run++)
        {
            var traffic = Begun(dice.Below(1_000_000_000));
            for (var at = 0; at < 80; at++)
            {
                traffic.Draw(dice.Below(1_000_000_000));
                traffic.Send();
                stages.Add(traffic.Story.State.Stage);
            }
            events.UnionWith(traffic.Story.History.Select(happened => happened.GetType().Name));
        }
        Stages.All.Keys.Except(stages).ShouldBeEmpty();
        typeof(RequestEvent).Assembly.GetTypes().Where(type => type.BaseType == typeof(RequestEvent)).Select(type => type.Name)
            .Except(events).ShouldBe([nameof(ContentRemoved)], "content goes after years, which RetentionTests let pass");
    }

    [Fact]
    public void EveryRefusal_IsDocumented() => Enum.GetValues<DataRequestRefusal>().ShouldAllBe(refusal => refusal.Because().Detail.Length > 0);

    private static Arbitrary<int[]> Numbers() => Arb.From(Gen.Choose(0, 1_000_000_000).ArrayOf(), WithOneLess);

    private static IEnumerable<int[]> WithOneLess(int[] numbers) => Enumerable.Range(0, numbers.Length).Select(at => numbers.Where((_, place) => place != at).ToArray());

    private static Traffic Begun(int number)
    {
        Story[] begin = [.. Stages.All.Values.OrderBy(story => story.State.Stage), Stages.Closed, Stages.Decided];
        return new Traffic(begin[number % begin.Length] with { HoldsAllRoles = number % 2 == 0 });
    }

    private static void Keeps(int[] numbers)
    {
        var traffic = Begun(numbers.Length == 0 ? 0 : numbers[0]);
        foreach (var number in numbers)
        {
            traffic.Draw(number);
            var before = traffic.Story;
            traffic.Send();
            ActionsTellTheTruth(before, traffic);
            NobodyActsWithAConflict(before, traffic);
            TheTallyIsReproducible(traffic.Story);
            NothingLeavesThatMustNot(traffic.Story);
            TheServiceLooksAgainInTime(traffic.Story);
        }
        HistoryGivesTheState(traffic.Story);
    }

    private static void ActionsTellTheTruth(Story before, Traffic traffic)
    {
        var kind = CommandKinds.Of(traffic.Command);
        var action = before.Seen(traffic.Actor).Actions.SingleOrDefault(one => one.Command == kind);
        if (action is { IsAllowed: true } && traffic.Command is DeclareConflict { HasConflict: false })
            traffic.Story.Code.ShouldBeOneOf("taken", "ActorIsInConflict");
        else if (action is { IsAllowed: true })
            OfTheTable.ShouldNotContain(traffic.Story.Code);
        else
            traffic.Story.Code.ShouldBe(action?.Code ?? before.May(traffic.Actor, kind));
    }

    private static void NobodyActsWithAConflict(Story before, Traffic traffic)
    {
        if (traffic.Story.Happened.IsEmpty || !OfPersons.Contains(CommandKinds.Of(traffic.Command)))
            return;
        before.State.Application.Team.ShouldNotContain(member => member.UserId == traffic.Actor);
        before.State.Review.Conflicts.ShouldNotContain(one => one.UserId == traffic.Actor);
    }

    // Counted anew from what happened, not from the state.
    private static void TheTallyIsReproducible(Story story)
    {
        if (story.Happened.Select(one => (one as Decided)?.Decision ?? (one as DecisionCorrected)?.Decision).FirstOrDefault(one => one is not null) is not { } decision)
            return;
        var votes = Count.Votes(story.History);
        votes.Count.ShouldBeGreaterThanOrEqualTo(3);
        foreach (var outcome in decision.Datasets)
            (outcome.Tally.Approvals, outcome.Tally.Denials, outcome.Tally.NeedInformation).ShouldBe(Count.Of(votes, outcome.DatasetId));
    }

    private static void NothingLeavesThatMustNot(Story story)
    {
        foreach (var who in Cast.Everybody.Where(who => story.May(who, RequestCommandKind.Download) == "yes"))
            DownloadInvariants.Broken(story.State, story.Facts(who)).ShouldBeEmpty();
    }

    private static void TheServiceLooksAgainInTime(Story story)
    {
        if (story.State.HasEnded)
            (story.State.DueAt, story.State.Review.Ballot?.Standing is BallotStanding.Open or BallotStanding.NoQuorum).ShouldBe((null, false));
        if (!story.Happened.IsEmpty)
            story.State.DueAt.ShouldBe(ClockRules.NextDue(story.State, Cast.Rules));
    }

    private static void HistoryGivesTheState(Story story)
    {
        var (form, replayed) = (RequestForm.Recorded, RequestState.None);
        foreach (var happened in story.History)
            replayed = form.Apply(form.Load(GrainStateJson.Read<RequestRecord>(GrainStateJson.Write(form.Save(replayed)))), Stored(happened));
        GrainStateJson.Write(form.Save(replayed)).ShouldBe(GrainStateJson.Write(form.Save(story.State)));
    }

    private static RequestEvent Stored(RequestEvent happened) => (RequestEvent)JsonSerializer.Deserialize(JsonSerializer.Serialize(happened, happened.GetType()), happened.GetType())!;
}
