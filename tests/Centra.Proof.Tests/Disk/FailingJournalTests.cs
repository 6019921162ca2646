using Centra.Storage;
using Centra.Testing;

namespace Centra.Proof.Disk;

/// <summary>The journal on a disk that fails, or goes, at each write, flush and cut that is asked of it.</summary>
public sealed class FailingJournalTests : IDisposable
{
    private static readonly int[] Appends = [1, 3, 1, 2, 1];
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1_000)]
    public async Task Journal_OfADiskThatFailsSoManyTimes_KeepsWhatItAcknowledged(int times)
    {
        var failed = 0;
        for (var at = 0; at < 24; at++)
            for (var where = 0; where < 3; where++)
                failed += await FailAsync($"{at} {where}", new DiskFault(at, where, times)) ? 1 : 0;
        failed.ShouldBeGreaterThan(30);
    }

    [Fact]
    public async Task Journal_PowerGoesAnywhere_KeepsWhatItAcknowledged()
    {
        var log = new DiskLog(_folder.File("live"));
        var told = new List<(int Acts, long Head)>();
        await using (var journal = Journal("live", path => new RecordedFile(path, log)))
        {
            await journal.OpenAsync("register", mayCreate: true);
            await AppendAllAsync(journal, head => told.Add((log.Count, head)));
        }
        var (acts, random) = (log.Acts, new Random(1));
        for (var point = acts.ToList().FindIndex(act => act.Kind is DiskActKind.Sync) + 1; point <= acts.Count; point++)
            foreach (var loss in Enum.GetValues<Loss>())
                for (var again = 0; again < 20; again++)
                    await CutAsync(acts.Take(point), loss, random, told.Where(one => one.Acts <= point).Select(one => one.Head).DefaultIfEmpty().Max());
    }

    private async Task CutAsync(IEnumerable<DiskAct> acts, Loss loss, Random random, long acknowledged)
    {
        var image = new DiskImage(_folder.File("nothing"), random);
        image.Apply(acts, loss);
        image.Save(_folder.File("cut"));
        await CheckAsync("cut", acknowledged, loss.ToString());
    }

    // Goes on after a failure as the register does: what did not follow the head is refused, what was not taken is sent again.
    private async Task<bool> FailAsync(string name, DiskFault fault)
    {
        var acknowledged = 0L;
        await using (var journal = Journal(name, path => new FailingFile(path, fault)))
        {
            try
            {
                await journal.OpenAsync("register", mayCreate: true);
            }
            catch (IOException)
            {
                return true;
            }
            await AppendAllAsync(journal, head => acknowledged = head);
        }
        await CheckAsync(name, acknowledged, name);
        return fault.HasFailed;
    }

    private static async Task AppendAllAsync(FileJournal journal, Action<long> told)
    {
        foreach (var count in Appends)
        {
            var head = await journal.HeadAsync();
            try
            {
                await journal.AppendAsync([.. Enumerable.Range(1, count).Select(more => Line(head + more))]);
                told(head + count);
            }
            catch (Exception error) when (error is StorageUnavailableException or IOException)
            {
                // Not acknowledged.
            }
        }
    }

    // No gap, nothing that nobody wrote, and at least what was acknowledged.
    private async Task CheckAsync(string name, long acknowledged, string why)
    {
        await using var journal = Journal(name, null);
        await journal.OpenAsync("register", mayCreate: false);
        (await journal.HeadAsync()).ShouldBeGreaterThanOrEqualTo(acknowledged, why);
        var lines = await journal.ReadAsync(0).ToListAsync();
        lines.Count.ShouldBe((int)await journal.HeadAsync(), why);
        lines.Select((line, at) => line.Sequence == at + 1 && line.Box.AsSpan().SequenceEqual(Line(at + 1).Box)).ShouldAllBe(isRight => isRight, why);
    }

    private FileJournal Journal(string name, Func<string, FileStream>? open)
    {
        var path = Path.Combine(_folder.File(name), "register.journal");
        return open is null ? new FileJournal(path) : new FileJournal(path) { Open = open };
    }

    private static JournalLine Line(long sequence) => new(sequence, [.. Enumerable.Range(0, 200).Select(at => (byte)(at * sequence))]);
}
