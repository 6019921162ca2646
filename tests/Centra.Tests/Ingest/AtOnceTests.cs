using Centra.Ingest;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Ingest;

/// <summary>Batches that meet: the same one twice, two jobs of one practice, an opt-out or a deletion in between.</summary>
public class AtOnceTests
{
    private static readonly TestPerson Ann = new("Annabel", "Quimby", "1961-04-17");

    [Fact]
    public async Task Batch_SentTwiceAtOnce_GetsOneReceiptAndOneSetOfRows()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        var job = await north.OpenClinicalAsync();
        string[] lines = [.. People(30).Select((person, at) => person.Patient($"p{at}")), .. Enumerable.Range(0, 300).Select(at => TestLines.Condition($"c{at}", $"p{at % 30}"))];

        var receipts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => north.SendAsync(job, 1, lines))));

        receipts.Select(receipt => (receipt.Counts, receipt.CompletedAt)).Distinct().Count().ShouldBe(1);
        receipts[0].Counts.ShouldBe(new LineCounts(330, 330, 0, 0, 0, 0));
        (await gate.ResourcesAsync()).ShouldBe(300);
        (await gate.VisibleCopiesAsync()).ShouldBe(330);
        (await VaultImage.ReadAsync(gate)).ShouldAllBe(line => !line.Contains("unreadable"));
    }

    [Fact]
    public async Task Batch_OfOtherContentUnderAUsedNumber_IsRefusedEvenIfTheOtherEndsFirst()
    {
        var steps = new Steps();
        await using var gate = await GateHost.StartAsync(steps.In(new GateSetup()));
        var north = await gate.PracticeAsync();
        var job = await north.OpenClinicalAsync();
        var other = false;
        steps.At = async (_, step) =>
        {
            if (step.Part == "vault" && !other)
            {
                other = true;
                await north.SendAsync(job, 1, TestLines.Organization("o1", "one"));
            }
        };

        (await north.TrySendAsync(job, 1, TestLines.Organization("o2", "two"))).Code().ShouldBe(nameof(IngestRefusal.BatchContentDiffers));
        (await north.TrySendAsync(job, 1, TestLines.Organization("o3", "three"))).Code().ShouldBe(nameof(IngestRefusal.BatchContentDiffers));
    }

    [Fact]
    public async Task TwoJobs_OfOnePractice_EndWithTheLaterJobsVersions()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        var (earlier, later) = (await north.OpenClinicalAsync(), await north.OpenClinicalAsync());
        string[] Lines(string code) => [Ann.Patient("a"), .. Enumerable.Range(0, 200).Select(at => TestLines.Condition($"c{at}", "a", code: code))];

        await Task.WhenAll(Task.Run(() => north.SendAsync(later, 1, Lines("363358000"))), Task.Run(() => north.SendAsync(earlier, 1, Lines("254837009"))));

        (await gate.Vault.NumberAsync("select count(*) from copy where content like '%363358000%'")).ShouldBe(200);
        (await gate.Vault.NumberAsync("select count(*) from copy where content like '%254837009%'")).ShouldBe(0);
        (await gate.ResourcesAsync()).ShouldBe(200);
    }

    [Fact]
    public async Task Batches_OutOfOrder_AreAllTaken()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        var job = await north.OpenClinicalAsync();
        foreach (var batch in new[] { 3, 1, 2 })
            (await north.SendAsync(job, batch, Ann.Patient("a"), TestLines.Condition($"c{batch}", "a"))).Counts.Rejected.ShouldBe(0);

        (await north.CompleteAsync(job)).Counts.Read.ShouldBe(6);
        (await gate.ResourcesAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task Ids_TwiceInOneBatch_AreTakenInTheirOrder()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();

        var counts = await north.LoadAsync(
            Ann.Patient("a"), (Ann with { Family = "Quimby-Stone" }).Patient("a"), TestLines.Condition("c", "a", code: "254837009"), TestLines.Condition("c", "a", code: "363358000"), TestLines.Condition("c", "a", code: "363358000"));

        counts.Accepted.ShouldBe(5);
        (await gate.ResourcesAsync()).ShouldBe(1);
        (await gate.Vault.NumberAsync("select count(*) from copy where content like '%363358000%'")).ShouldBe(1);
        (await gate.Vault.NumberAsync("select count(*) from patient")).ShouldBe(1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task OptOut_BetweenAnyTwoWritesOfALoad_KeepsThePersonOut(int at)
    {
        var steps = new Steps();
        await using var gate = await GateHost.StartAsync(steps.In(new GateSetup()));
        var north = await gate.PracticeAsync();
        var job = await north.OpenClinicalAsync();
        steps.Mark();
        steps.At = async (number, _) =>
        {
            if (number == steps.Marked + at)
                await north.OptOutAsync(Ann.Form());
        };

        await north.SendAsync(job, 1, Ann.Patient("a"), TestLines.Condition("c1", "a"));

        (await north.StatusAsync("a")).ShouldBe(PatientStatus.None);
        (await gate.ResourcesAsync()).ShouldBe(0);
        (await gate.Vault.NumberAsync("select count(*) from patient_token")).ShouldBe(0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Deletion_BetweenAnyTwoWritesOfAnUpdate_LeavesNothingUnreadable(int at)
    {
        var steps = new Steps();
        await using var gate = await GateHost.StartAsync(steps.In(new GateSetup()));
        var north = await gate.PracticeAsync();
        await north.LoadAsync(Ann.Patient("a"));
        var (job, deleting) = (await north.OpenClinicalAsync(), await north.OpenClinicalAsync());
        steps.Mark();
        steps.At = async (number, _) =>
        {
            if (number == steps.Marked + at)
                await north.SendAsync(deleting, 1, TestLines.Deletion("Patient/a"));
        };

        await north.SendAsync(job, 1, (Ann with { Family = "Quimby-Stone" }).Patient("a"), TestLines.Condition("c1", "a"));

        (await VaultImage.ReadAsync(gate)).ShouldAllBe(line => !line.Contains("unreadable") && !line.Contains("of nobody"));
    }

    [Fact]
    public async Task Withdrawal_WhileALineIsOnItsWayToTheReviewLane_LetsItThrough()
    {
        var steps = new Steps();
        await using var gate = await GateHost.StartAsync(steps.In(new GateSetup()));
        var north = await gate.PracticeAsync();
        var optOut = await north.OptOutAsync(Ann.Form());
        var job = await north.OpenClinicalAsync();
        steps.Mark();
        var withdrawn = false;
        steps.At = async (_, step) =>
        {
            if (step is { Part: "vault", Fence: Fence.Shared, IsDone: false } && !withdrawn)
            {
                withdrawn = true;
                (await north.WithdrawAsync(optOut.OptOutId)).Refusal.ShouldBeNull();
            }
        };

        await north.SendAsync(job, 1, (Ann with { Given = "Isolde" }).Patient("t"));

        (await north.StatusAsync("t")).ShouldBe(PatientStatus.Live);
    }

    private static IEnumerable<TestPerson> People(int count) => Enumerable.Range(0, count).Select(at =>
        new TestPerson($"Given{(char)('a' + at % 26)}", $"Family{(char)('a' + at / 26)}", $"19{20 + at}-03-0{1 + at % 9}") { AddressLine = $"{at} Elm Road" });
}
