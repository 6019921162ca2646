using Centra.Requests;
using Microsoft.Extensions.Logging.Abstractions;

namespace Centra.Tests.Requests;

public class DownloadWatchTests
{
    private static readonly DownloadWatch Watch = new(NullLogger<DownloadWatch>.Instance);

    [Fact]
    public void Download_InOrder_IsLetThrough() => Watch.Permitted(Stages.Active.State, Stages.Active.Facts("member"));

    [Fact]
    public void Download_AgainstAnInvariant_IsStoppedThoughTheRulePermittedIt()
    {
        var facts = Stages.Active.Facts("member");
        var owing = facts with { Contract = facts.Contract with { Ledger = facts.Contract.Ledger! with { Balance = 0.01m } } };

        RequestRules.Permit(Stages.Active.State, RequestCommandKind.Download, RequestParts.Member, owing).ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => Watch.Permitted(Stages.Active.State, owing)).Message.ShouldContain("NothingIsOwed");
    }

    [Theory]
    [InlineData("RequestIsActive")]
    [InlineData("AccessIsNotPaused")]
    [InlineData("TermHasNotEnded")]
    [InlineData("MemberHasAccepted")]
    public void EveryInvariant_IsSeenBroken(string invariant)
    {
        var state = Stages.Active.State;
        var broken = invariant switch
        {
            "RequestIsActive" => state with { Stage = RequestStage.Expired },
            "AccessIsNotPaused" => state with { Pause = new AccessPause("manager", "A doubt.", Cast.Monday) },
            "TermHasNotEnded" => state with { Contract = state.Contract with { EndsAt = Cast.Monday } },
            _ => state with { Application = state.Application with { Team = [] } },
        };
        DownloadInvariants.Broken(broken, Stages.Active.Facts("member")).ShouldContain(invariant);
    }
}
