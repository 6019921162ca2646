using Centra.Testing;
using Centra.Storage;

namespace Centra.Tests.Storage;

public sealed class FileKeyStoreTests
{
    [Fact]
    public async Task Create_ByManyAtOnce_GivesAllOfThemTheOneRingThatIsKept()
    {
        using var folder = new TempFolder();
        var path = folder.File("keys/centra.keys.json");
        using var together = new Barrier(8);

        var rings = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () =>
            {
                var mine = KeyRingFormat.Generate();
                together.SignalAndWait();
                return new FileKeyStore(path).Create(mine);
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        var kept = new FileKeyStore(path).Load()!;
        rings.ShouldAllBe(ring => ring.Register.SequenceEqual(kept.Register) && ring.Journal.SequenceEqual(kept.Journal));
        Directory.GetFiles(folder.File("keys")).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).ShouldBe([path]);
    }
}
