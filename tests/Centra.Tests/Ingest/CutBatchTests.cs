using Centra.Ingest;
using Centra.Testing;

namespace Centra.Tests.Ingest;

/// <summary>A batch that was cut off before or after any of its writes is completed by sending it again.</summary>
public sealed class CutBatchTests : IDisposable
{
    private static readonly TestPerson Ann = new("Annabel", "Quimby", "1961-04-17");
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Batch_CutAnywhere_EndsAsIfItHadNotBeen()
    {
        var uncut = new Steps();
        var (receipt, image) = await RunAsync(uncut, "uncut", cutAt: int.MaxValue);
        var steps = uncut.Taken - uncut.Marked;
        steps.ShouldBeGreaterThan(12);
        (receipt.Counts.Read, receipt.Counts.Suppressed, receipt.Counts.Review, receipt.Counts.Rejected).ShouldBe((474, 78, 78, 2));

        for (var cut = 1; cut <= steps; cut++)
        {
            var (again, image2) = await RunAsync(new Steps(), $"cut-{cut}", cut);
            (again.Counts, string.Join(' ', again.Rejects), again.ContentSha256).ShouldBe((receipt.Counts, string.Join(' ', receipt.Rejects), receipt.ContentSha256), $"cut at {cut}");
            image2.ShouldBe(image, $"cut at {cut}");
        }
    }

    private async Task<(BatchReceipt Receipt, List<string> Image)> RunAsync(Steps steps, string folder, int cutAt)
    {
        var setup = new GateSetup { Folder = Path.Combine(_folder.Path, folder), KeyFile = _folder.File("keys.json") };
        var job = "";
        await using (var gate = await GateHost.StartAsync(steps.In(setup)))
        {
            var north = await gate.PracticeAsync();
            await north.OptOutAsync(Ann.Form());
            job = await north.OpenClinicalAsync();
            steps.Mark();
            steps.At = (number, _) => number == steps.Marked + cutAt ? throw steps.Crash() : Task.CompletedTask;
            await IgnoreCrashAsync(() => north.SendAsync(job, 1, Lines()));
        }
        await using var reopened = await GateHost.StartAsync(setup);
        var receipt = await new TestPractice(reopened, "north").SendAsync(job, 1, Lines());
        return (receipt, [.. (await VaultImage.ReadAsync(reopened)).Order(StringComparer.Ordinal)]);
    }

    private static async Task IgnoreCrashAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (CrashException)
        {
            // The client hears nothing.
        }
    }

    // One who opted out, a twin of theirs, four others; enough records that they make several slices.
    private static IEnumerable<string> Lines()
    {
        yield return Ann.Patient("p0");
        yield return (Ann with { Given = "Isolde" }).Patient("p1");
        for (var at = 2; at < 6; at++)
            yield return new TestPerson($"Given{(char)('a' + at)}", $"Family{(char)('a' + at)}", $"19{40 + at}-0{at}-1{at}") { AddressLine = $"{at} Elm Road", PostalCode = $"9{at}210" }.Patient($"p{at}");
        for (var at = 0; at < 480; at++)
        {
            if (at % 120 == 60)
                yield return TestLines.Organization($"org{at}", "Clinic");
            if (at < 462)
                yield return at % 77 == 5 ? TestLines.Encounter($"e{at}", $"p{at % 6}") : TestLines.Condition($"c{at}", $"p{at % 6}", encounter: at % 6 == 5 ? $"e{at}" : null);
        }
        yield return TestLines.Condition("lost", "nobody");
        yield return "{ no json";
    }
}
