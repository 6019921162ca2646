using Centra.ReviewLane;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.ReviewLane;

public class HoldingTests
{
    private static readonly TestPerson Ann = new("Annabel", "Quimby", "1961-04-17");
    private static readonly TestPerson Twin = Ann with { Given = "Isolde" };
    private static readonly TestPerson Bert = new("Bertrand", "Oakley", "1950-11-02") { AddressLine = "4 Mill Lane", PostalCode = "60614", Gender = "male" };

    [Fact]
    public async Task Stored_PatientWhoMayBeThePerson_IsHiddenAndReleasedWithItsRecords()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.LoadAsync(Twin.Patient("t"), TestLines.Condition("c1", "t"));
        (await gate.VisibleCopiesAsync()).ShouldBe(2);

        (await north.OptOutAsync(Ann.Form())).Receipt.PatientsHeld.ShouldBe(1);

        (await gate.VisibleCopiesAsync()).ShouldBe(0);
        (await north.LoadAsync(TestLines.Condition("c2", "t"))).Review.ShouldBe(1);
        await gate.ReleaseAsync((await gate.ReviewsAsync()).ShouldHaveSingleItem().ItemId);
        (await north.StatusAsync("t")).ShouldBe(PatientStatus.Live);
        (await gate.VisibleCopiesAsync()).ShouldBe(3);
        (await north.LoadAsync(Twin.Patient("t"), TestLines.Condition("c2", "t"))).Unchanged.ShouldBe(2);
    }

    [Fact]
    public async Task Held_PatientWithCopiesFoundToBeTheSame_LeavesItsCopies()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.LoadAsync(Twin.Patient("t"), TestLines.Condition("c1", "t"));
        await north.OptOutAsync(Ann.Form());

        await gate.DecideAsync((await gate.ReviewsAsync()).ShouldHaveSingleItem().ItemId, ReviewVerdict.Same);

        (await north.StatusAsync("t")).ShouldBe(PatientStatus.None);
        (await gate.VisibleCopiesAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Released_PatientWhoOptsOutBeforeTheCopiesAreCompleted_LeavesItsCopies()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.LoadAsync(Twin.Patient("t"), TestLines.Condition("c1", "t"));
        await north.OptOutAsync(Ann.Form());
        var item = (await gate.ReviewsAsync()).ShouldHaveSingleItem();
        await gate.Vault.WriteAsync(Fence.Exclusive, async session =>
        {
            await gate.Get<Releasing>().EndItemsOfAsync(session, [item.Ordinal]);
            return true;
        });

        (await north.OptOutAsync(Twin.Form())).Receipt.PatientsErased.ShouldBe(1);

        (await gate.VisibleCopiesAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Held_PatientWhoseIdentityNoLongerMatches_ComesInWithCopiesOfEverything()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.OptOutAsync(Ann.Form());
        (await north.LoadAsync(Twin.Patient("t"), TestLines.Condition("c1", "t"))).Review.ShouldBe(2);

        (await north.LoadAsync(Bert.Patient("t"))).Accepted.ShouldBe(1);

        (await gate.VisibleCopiesAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Withdrawn_OptOut_ReleasesWhomItHeld()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        var optOut = await north.OptOutAsync(Ann.Form());
        await north.LoadAsync(Twin.Patient("t"), TestLines.Condition("c1", "t"));

        (await north.WithdrawAsync(optOut.OptOutId)).Refusal.ShouldBeNull();

        (await north.StatusAsync("t")).ShouldBe(PatientStatus.Live);
        (await gate.VisibleCopiesAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Proposal_OfOneOfficer_DoesNotHoldForAnIdentityThatCameLater()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.OptOutAsync(Ann.Form());
        await north.LoadAsync(Twin.Patient("t"));
        var item = (await gate.ReviewsAsync()).ShouldHaveSingleItem();
        await gate.DecideAsync(item.ItemId, ReviewVerdict.SomeoneElse, "officer");

        (await north.LoadAsync((Ann with { Given = "Anneliese" }).Patient("t"))).Review.ShouldBe(1);

        var answer = await gate.DecideAsync(item.ItemId, ReviewVerdict.SomeoneElse, "second officer");
        answer.Value!.State.ShouldBe(ReviewState.Proposed);
        (await north.StatusAsync("t")).ShouldBe(PatientStatus.Held);
    }

    [Fact]
    public async Task Reopened_Item_AsksAnew()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.OptOutAsync(Ann.Form());
        await north.LoadAsync(Twin.Patient("t"));
        var item = (await gate.ReviewsAsync()).ShouldHaveSingleItem();
        await gate.DecideAsync(item.ItemId, ReviewVerdict.AskPractice);
        (await gate.Grains.GetGrain<IReviewItemGrain>($"review/{item.ItemId}").Answer(gate.Context(), north.Id, ReviewAnswer.Different)).Refusal.ShouldBeNull();
        await gate.ReleaseAsync(item.ItemId);

        (await north.LoadAsync((Ann with { Given = "Anneliese" }).Patient("t"))).Review.ShouldBe(1);

        var reopened = (await gate.ReviewsAsync()).ShouldHaveSingleItem();
        (reopened.State, reopened.Question, reopened.Answer, reopened.ProposedBy, reopened.DecidedBy)
            .ShouldBe((ReviewState.Open, ReviewQuestion.None, ReviewAnswer.None, null, null));
    }
}
