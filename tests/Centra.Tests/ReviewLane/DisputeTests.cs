using System.Text;
using Centra.ReviewLane;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.ReviewLane;

public class DisputeTests
{
    private static readonly TestPerson Ann = new("Annabel", "Quimby", "1961-04-17");

    [Fact]
    public async Task Dispute_OpensAnItemAndSurvivesTheNightlyLoad()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.OptOutAsync(Ann.Form());
        (await north.LoadAsync(Ann.Patient("p1"), TestLines.Condition("c1", "p1"))).Suppressed.ShouldBe(2);

        (await DisputeAsync(gate, north)).Value.ShouldBe(1);

        (await north.LoadAsync(Ann.Patient("p1"), TestLines.Condition("c1", "p1"))).Review.ShouldBe(2);
        (await north.LoadAsync((Ann with { Phone = "6175550199" }).Patient("p1"))).Review.ShouldBe(1);
        (await north.FindAsync("p1"))!.ContentHash.ShouldBe(gate.Get<IdHashes>().Content(Encoding.UTF8.GetBytes((Ann with { Phone = "6175550199" }).Patient("p1"))));
        var item = (await gate.ReviewsAsync()).ShouldHaveSingleItem();
        (item.Kind, item.State).ShouldBe((ReviewKind.Dispute, ReviewState.Open));
        await gate.ReleaseAsync(item.ItemId);
        (await north.StatusAsync("p1")).ShouldBe(PatientStatus.Live);
        (await north.LoadAsync((Ann with { Phone = "6175550199" }).Patient("p1"), TestLines.Condition("c1", "p1"))).Unchanged.ShouldBe(2);
        (await north.LoadAsync(Ann.Patient("p1"))).Suppressed.ShouldBe(1, "an exemption ends with the identity it was given for");
    }

    [Fact]
    public async Task Dispute_OfNobody_IsRefused()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();

        (await DisputeAsync(gate, north)).Code().ShouldBe(nameof(ReviewRefusal.NothingToDispute));
    }

    [Fact]
    public async Task OptOut_OfThePersonByAnotherPracticeAfterTheDispute_Erases()
    {
        await using var gate = await GateHost.StartAsync();
        var (north, south) = (await gate.PracticeAsync("north"), await gate.PracticeAsync("south"));
        await north.OptOutAsync(Ann.Form());
        await DisputeAsync(gate, north);

        await south.OptOutAsync(Ann.Form());

        (await north.StatusAsync("p1")).ShouldBe(PatientStatus.None);
        (await gate.ReviewsAsync()).ShouldHaveSingleItem().State.ShouldBe(ReviewState.Moot);
    }

    [Fact]
    public async Task OptOut_WhileADisputeIsBeingOpened_IsNotPassedOver()
    {
        var steps = new Steps();
        await using var gate = await GateHost.StartAsync(steps.In(new GateSetup()));
        var (north, south) = (await gate.PracticeAsync("north"), await gate.PracticeAsync("south"));
        await north.OptOutAsync(Ann.Form());
        var before = steps.Taken;
        var entered = false;
        steps.At = async (number, step) =>
        {
            if (number > before && step is { Part: "vault", IsDone: false, Fence: Fence.Shared } && !entered)
            {
                entered = true;
                await south.OptOutAsync(Ann.Form());
            }
        };

        await DisputeAsync(gate, north);

        entered.ShouldBeTrue();
        (await gate.ReviewsAsync()).Select(item => item.Ordinal).ShouldBe([1, 2]);
    }

    private static Task<Result<int>> DisputeAsync(GateHost gate, TestPractice practice) =>
        gate.Get<Disputing>().OpenAsync(practice.Id, Encoding.UTF8.GetBytes(Ann.Patient("p1")));
}
