using Centra.Reviews;

namespace Centra.Tests.Reviews;

public class CommitteeSeatsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);
    private static readonly CommitteeState Seated = new("Sharing", "chair", ["deputy"], ["member"]);

    private static readonly Dictionary<string, CommitteeCommand> Commands = new()
    {
        ["found"] = new FoundCommittee("Sharing"),
        ["found without name"] = new FoundCommittee(""),
        ["chair"] = new AppointChair("new"),
        ["chair again"] = new AppointChair("chair"),
        ["deputy to chair"] = new AppointChair("deputy"),
        ["deputy"] = new AppointDeputy("new"),
        ["chair to deputy"] = new AppointDeputy("chair"),
        ["member"] = new AddMember("new"),
        ["member again"] = new AddMember("member"),
        ["chair to member"] = new AddMember("chair"),
        ["remove member"] = new RemoveMember("member"),
        ["remove deputy"] = new RemoveMember("deputy"),
        ["remove chair"] = new RemoveMember("chair"),
        ["remove stranger"] = new RemoveMember("new"),
    };

    // Before the committee, in it, and in it without the role.
    [Theory]
    [InlineData("found", "CommitteeFounded", "CommitteeIsFoundedAlready", "CommitteeIsFoundedAlready")]
    [InlineData("found without name", "CommitteeNameIsWrong", "CommitteeNameIsWrong", "CommitteeNameIsWrong")]
    [InlineData("chair", "CommitteeNotFound", "ChairAppointed", "PersonLacksTheRole")]
    [InlineData("chair again", "CommitteeNotFound", "nothing", "nothing")]
    [InlineData("deputy to chair", "CommitteeNotFound", "PersonHasAnotherPart", "PersonLacksTheRole")]
    [InlineData("deputy", "CommitteeNotFound", "DeputyAppointed", "PersonLacksTheRole")]
    [InlineData("chair to deputy", "CommitteeNotFound", "PersonHasAnotherPart", "PersonLacksTheRole")]
    [InlineData("member", "CommitteeNotFound", "MemberAdded", "PersonLacksTheRole")]
    [InlineData("member again", "CommitteeNotFound", "nothing", "nothing")]
    [InlineData("chair to member", "CommitteeNotFound", "PersonHasAnotherPart", "PersonLacksTheRole")]
    [InlineData("remove member", "CommitteeNotFound", "MemberRemoved", "MemberRemoved")]
    [InlineData("remove deputy", "CommitteeNotFound", "MemberRemoved", "MemberRemoved")]
    [InlineData("remove chair", "CommitteeNotFound", "MemberNotFound", "MemberNotFound")]
    [InlineData("remove stranger", "CommitteeNotFound", "MemberNotFound", "MemberNotFound")]
    public void Decide_EveryCell_IsAsTheTableSays(string command, string before, string seated, string withoutRole)
    {
        Said(CommitteeState.None, command, hasRole: true).ShouldBe(before);
        Said(Seated, command, hasRole: true).ShouldBe(seated);
        Said(Seated, command, hasRole: false).ShouldBe(withoutRole);
    }

    [Fact]
    public void Chair_Replaced_HasNoPartAnyMore() => CommitteeSeats.Apply(Seated, new ChairAppointed("new")).Has("chair").ShouldBeFalse();

    [Theory]
    [InlineData("Sharing")]
    [InlineData("")]
    [InlineData("a/b")]
    public void Committee_WithAWrongId_IsRefused(string id) => CommitteeSeats.Decide(id, CommitteeState.None, Commands["found"], new CommitteeFacts(true), Now)
        .Refusal!.Code.ShouldBe(nameof(ReviewRefusal.CommitteeIdIsWrong));

    private static string Said(CommitteeState state, string command, bool hasRole)
    {
        var result = CommitteeSeats.Decide("information-sharing", state, Commands[command], new CommitteeFacts(hasRole), Now);
        return result.Refusal?.Code ?? (result.Value.IsEmpty ? "nothing" : string.Join(' ', result.Value.Select(happened => happened.GetType().Name)));
    }
}
