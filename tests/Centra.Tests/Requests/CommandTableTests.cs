using Centra.Requests;

namespace Centra.Tests.Requests;

public class CommandTableTests
{
    private static readonly RequestCommandKind[] Kinds = [.. Enum.GetValues<RequestCommandKind>().Where(kind => kind is not RequestCommandKind.None)];
    private static readonly Question Asked = new("q1", "Why?", [], "manager", Cast.Monday);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EveryCell_IsAsTheDesignSays(bool hasQuestion)
    {
        var wrong = from stage in Stages.All.Keys
                    from kind in Kinds
                    from who in Cast.Everybody
                    let expected = Table.Says(stage, kind, who, hasQuestion)
                    let said = Permit(Put(stage, hasQuestion), kind, who)
                    where expected != said
                    select $"{stage} {kind} {who}: {said}, not {expected}";

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void EveryCommand_HasARow() => CommandTable.Rows.Keys.ShouldBe(Kinds, ignoreOrder: true);

    [Fact]
    public void NoRequest_CanOnlyBeBegun()
    {
        foreach (var kind in Kinds)
            Permit(Story.Begin, kind, "pi").ShouldBe(kind is RequestCommandKind.CreateDraft ? "yes" : "RequestNotFound");
        Permit(Story.Begin, RequestCommandKind.CreateDraft, "manager").ShouldBe("RequestNotFound");
    }

    [Fact]
    public void SigningOfficial_BeforeAnAgreement_SeesNothing() => Permit(Stages.Contracting, RequestCommandKind.SignAgreement, "official").ShouldBe("RequestNotFound");

    [Fact]
    public void WithdrawnDraft_StaysTheTeams()
    {
        Permit(Stages.Draft.By("pi", new Withdraw("No money.")), RequestCommandKind.AskQuestion, "manager").ShouldBe("RequestNotFound");
        Permit(Stages.Submitted.By("pi", new Withdraw("No money.")), RequestCommandKind.AskQuestion, "manager").ShouldBe("StageDoesNotAllowThis");
    }

    [Fact]
    public void OwnTeam_ActsForTheSocietyInNoCell() => Refused(
        who => (Story story) => story with { State = story.State with { Application = story.State.Application with { Team = [.. story.State.Application.Team, new TeamMember(who, who, Cast.Elsewhere, TeamPart.Member, Cast.Monday) { RemovedAt = Cast.Monday }] } } },
        Society.Append("official"), nameof(DataRequestRefusal.ActorIsOnTheTeam));

    [Fact]
    public void DeclaredConflict_ActsInNoCell() => Refused(
        who => (Story story) => story with { State = story.State with { Review = story.State.Review with { Conflicts = [new ConflictDeclaration(who, "A friend.", Cast.Monday)] } } },
        Society, nameof(DataRequestRefusal.ActorIsInConflict));

    private static IEnumerable<string> Society => ["manager", "r1", "chair", "deputy", "signatory", "finance", "steward"];

    private static void Refused(Func<string, Func<Story, Story>> burden, IEnumerable<string> people, string code)
    {
        var wrong = from who in people
                    from stage in Stages.All.Keys
                    from kind in Kinds
                    where kind is not RequestCommandKind.DeclareConflict && Table.Says(stage, kind, who, false) == "yes"
                    let said = Permit(burden(who)(Put(stage, false)), kind, who)
                    where said != code
                    select $"{stage} {kind} {who}: {said}";

        wrong.ShouldBeEmpty();
    }

    // The same request put into every stage, so that nothing but the stage differs.
    private static Story Put(RequestStage stage, bool hasQuestion) => Stages.Downloaded with { State = Stages.Downloaded.State with { Stage = stage, Questions = hasQuestion ? [Asked] : [] } };

    private static string Permit(Story story, RequestCommandKind kind, string who) =>
        CommandTable.Permit(story.State, kind, RequestPartsOf.Actor(story.State, story.Facts(who)), who)?.Code ?? "yes";
}
