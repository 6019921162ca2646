using Centra.Requests;
using Centra.Synthetic;

namespace Centra.Tests.Requests;

/// <summary>Turns numbers into what happens to a request: commands of anybody, sensible and not, time that goes by, leaves that say something else.</summary>
internal sealed class Traffic(Story begin)
{
    private static readonly string[] People = [.. Cast.Everybody];
    private static readonly string[] Wishes = ["survey", "census", "coming"];
    private static readonly ContractFacts[] Leaves =
    [
        new(), Cast.Estimated, Cast.Issued(), Cast.Issued(2), Cast.Signed(), Cast.Executed(), Cast.Executed(2), Cast.Paid(), Cast.Paid(2), Cast.Released,
        Cast.Released with { Release = new(true, 1, Cast.Monday.AddDays(40)) }, Cast.Released with { Release = new(false, 2, null) },
        Cast.Released with { Ledger = Cast.Paid().Ledger! with { HasUnresolvedReversal = true, IsSettled = false, Balance = 0.01m } },
        Cast.Released with { Agreement = Cast.Issued().Agreement }, Cast.Issued() with { Agreement = Cast.Issued().Agreement! with { IsDeclined = true } },
    ];

    public Story Story { get; private set; } = begin;

    public string Actor { get; private set; } = "";

    public RequestCommand Command { get; private set; } = new Advance();

    /// <summary>What happens next is known, and has not happened yet.</summary>
    public void Draw(int number)
    {
        var dice = new Dice((ulong)number);
        if (dice.Below(6) == 0)
            Story = Around(dice);
        Actor = People[dice.Below(People.Length)];
        Command = Sent(dice);
        if (dice.Below(4) > 0 && Willing(RequestRules.Permit) is { Length: > 0 } able)
            Actor = able[dice.Below(able.Length)];
    }

    public void Send() => Story = Story.By(Actor, Command);

    private string[] Willing(Func<RequestState, RequestCommandKind, RequestParts, RequestFacts, Refusal?> permit) => [.. People.Where(who =>
        permit(Story.State, CommandKinds.Of(Command), RequestPartsOf.Actor(Story.State, Story.Facts(who)), Story.Facts(who)) is null)];

    private Story Around(Dice dice) => dice.Below(5) switch
    {
        0 => Story.Later(dice.Below(40)),
        1 => Story with { IsChairAbsent = dice.Below(2) == 0 },
        2 => Story with { TrainedOn = dice.Below(3) == 0 ? null : DateOnly.FromDateTime(Story.Now.UtcDateTime).AddDays(-dice.Below(500)) },
        3 => Story.State.DueAt is { } due && due > Story.Now ? Story with { Now = due } : Story,
        _ => Story with { Contract = Leaves[dice.Below(Leaves.Length)] },
    };

    private RequestCommand Sent(Dice dice)
    {
        var who = People[dice.Below(People.Length)];
        var (dataset, question, words) = (Wishes[dice.Below(3)], $"q{dice.Below(3)}", dice.Below(5) == 0 ? "" : "Because.");
        return dice.Below(38) switch
        {
            0 => new CreateDraft("Another", Cast.Home, "Ada Pine"),
            1 => new EditSection("design", words, dice.Below(2)),
            2 => new Attach(Stages.Document($"d{dice.Below(3)}")),
            3 => new Detach($"d{dice.Below(3)}"),
            4 => new AddTeamMember(who, who, Cast.Elsewhere, TeamPart.Member),
            5 => new RemoveTeamMember(who),
            6 => new ChangePrincipalInvestigator(who),
            7 => new AddDataset(dataset, ["score"], words, null, null),
            8 => new RemoveDataset(dataset),
            9 => new Submit(),
            10 => dice.Below(6) == 0 ? new Withdraw(words) : new Tick(),
            11 => new AskQuestion(question, "Why?", ["design"]),
            12 or 13 => new AnswerQuestion(question, words),
            14 => new WithdrawQuestion(question),
            15 => new RecordAvailability([Stages.There("survey"), dice.Below(2) == 0 ? Stages.There("census") : Stages.Gone("census")]),
            16 => Stages.Check(dice.Below(3) > 0),
            17 => dice.Below(3) == 0 ? new ReturnToStage((RequestStage)dice.Below(5), words) : new Tick(),
            18 => new AddCriterion($"c{dice.Below(2)}", "Is it fair?", words),
            19 or 20 => new AssignReviewers([who, Cast.Reviewers[dice.Below(4)]]),
            21 => new UnassignReviewer(who, words),
            22 => new DeclareConflict(dice.Below(6) == 0, "A friend."),
            23 or 24 => Scored((Recommendation)(1 + dice.Below(4))),
            25 => new ExtendBallot(Story.Now.AddDays(dice.Below(25)), words),
            26 => new CloseBallot(),
            27 => Stages.Decide(dice.Below(2) == 0, dice.Below(2) == 0, words),
            28 => dice.Below(2) == 0 ? Stages.Correct(dice.Below(2) == 0, dice.Below(2) == 0, words) : new NotifyDecision(),
            29 => new Reconsider(words),
            30 => new AcceptTerms(1 + dice.Below(2)),
            31 => dice.Below(3) == 0 ? new DeclineToFulfil(words) : new ApproveDeclining(),
            32 => dice.Below(2) == 0 ? new ReportProgress(words) : new ReportIncident(words),
            33 => dice.Below(3) switch { 0 => new AttestDestruction(words), 1 => new CloseOut(words), _ => new AcceptCloseOut() },
            34 => dice.Below(3) == 0 ? new Pause(words) : new Resume(words),
            35 => dice.Below(5) == 0 ? new Revoke(words) : new Tick(),
            36 => dice.Below(5) == 0 ? new Supersede("request-2") : new Advance(),
            _ => new Advance(),
        };
    }

    private Evaluate Scored(Recommendation vote)
    {
        var asked = Stages.Vote(vote);
        return asked with
        {
            Datasets = [.. asked.Datasets.Where(one => Story.State.Application.Datasets.Any(known => known.IsAvailable && known.DatasetId == one.DatasetId))],
            Scores = [.. BallotRules.Criteria(Story.State, Story.Facts(Actor)).Select(key => new CriterionScore(key, 3, "Fair."))],
        };
    }
}
