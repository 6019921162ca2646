using Centra.Proof.Crashes;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Proof.Twins;

/// <summary>People who share almost everything with somebody that opted out. A human decides; no record of theirs is ever erased or suppressed.</summary>
public sealed class TwinTests
{
    private static readonly TestPerson John = new("John Paul", "Castellano", "1949-06-12")
    {
        Gender = "male", AddressLine = "88 Harbor View Road", PostalCode = "02139", Phone = "617-555-0177",
    };

    /// <summary>Somebody who opted out, and somebody whom one could take for them.</summary>
    public static TheoryData<string> Pairs => [.. Others().Keys];

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Stored_WhenTheOtherOptsOut_IsHeldAndComesBack(string pair)
    {
        var (optedOut, other) = Others()[pair];
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await CrowdAsync(north);
        await north.LoadAsync([.. optedOut.Chart("gone", 2), .. other.Chart("other", 3)]);

        var receipt = (await north.OptOutAsync(optedOut.Form("gone"))).Receipt;

        (receipt.PatientsErased, receipt.RecordsErased, receipt.PatientsHeld).ShouldBe((1, 3, 1));
        (await north.StatusAsync("other")).ShouldBe(PatientStatus.Held);
        await gate.ReleaseAsync((await gate.ReviewsAsync()).Single().ItemId);
        (await north.StatusAsync("other")).ShouldBe(PatientStatus.Live);
        (await north.LoadAsync(other.Chart("other", 3))).Unchanged.ShouldBe(4);
        (await north.LoadAsync(optedOut.Chart("gone", 2))).Suppressed.ShouldBe(3);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Sent_AfterTheOtherOptedOut_GoesToReviewInEveryPractice(string pair)
    {
        var (optedOut, other) = Others()[pair];
        await using var gate = await GateHost.StartAsync();
        var (north, south) = (await gate.PracticeAsync("north"), await gate.PracticeAsync("south"));
        await CrowdAsync(north);
        await north.OptOutAsync(optedOut.Form());

        foreach (var practice in new[] { north, south })
        {
            var counts = await practice.LoadAsync(other.Chart("other", 2));
            (counts.Review, counts.Suppressed, counts.Accepted).ShouldBe((3, 0, 0));
            (await practice.StatusAsync("other")).ShouldBe(PatientStatus.Held);
        }
        (await gate.ReviewsAsync()).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("James", "Smith")]
    [InlineData("Maria", "Garcia")]
    [InlineData("John", "Nguyen")]
    public async Task Namesakes_ElsewhereAndOfAnotherAge_AreNobodysConcern(string given, string family)
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await CrowdAsync(north);
        await north.OptOutAsync(Namesake(given, family, 0).Form());

        var counts = await north.LoadAsync(Enumerable.Range(1, 40).SelectMany(at => Namesake(given, family, at).Chart($"n{at}", 1)));

        (counts.Suppressed, counts.Rejected).ShouldBe((0, 0));
        counts.Accepted.ShouldBeGreaterThanOrEqualTo(72, "lines of namesakes, of which a few at the most are a question");
    }

    private static Dictionary<string, (TestPerson OptedOut, TestPerson Other)> Others() => new()
    {
        ["twins"] = (Cast.Ann, Cast.Ann with { Given = "Isolde" }),
        ["twins of two sexes"] = (Cast.Ann, Cast.Twin),
        ["twins with their own numbers"] = (Cast.Ann with { Ssn = "536-22-1234" }, Cast.Ann with { Given = "Isolde", Ssn = "536-22-8765" }),
        ["father and son of one name"] = (John, John with { BirthDate = "1977-02-03" }),
        ["son and father of one name"] = (John with { BirthDate = "1977-02-03", Family = "Castellano Jr" }, John),
    };

    private static TestPerson Namesake(string given, string family, int at) => Cast.Other(at) with { Given = given, Family = family };

    // A register that is not empty.
    private static async Task CrowdAsync(TestPractice practice)
    {
        for (var at = 100; at < 110; at++)
            await practice.OptOutAsync(Cast.Other(at).Form());
    }
}
