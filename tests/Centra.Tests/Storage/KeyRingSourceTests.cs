using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Storage;

public class KeyRingSourceTests
{
    [Fact]
    public void Epoch_AddedByTwoProcessesAtOnce_HasOneKey()
    {
        using var folder = new TempFolder();
        var file = new FileKeyStore(folder.File("keys.json"));
        var ring = KeyRingFormat.Generate();
        file.Save(ring);
        var second = new KeyRingSource(ring, file);
        var first = new KeyRingSource(ring, new Interrupted(file, () => Should.Throw<KeyStoreException>(() => second.AddEpoch(2))));

        first.AddEpoch(2);
        second.AddEpoch(2);

        var kept = file.Load()!.Epochs.ShouldHaveSingleItem();
        first.Ring.Epochs.ShouldHaveSingleItem().ShouldBe(kept);
        second.Ring.Epochs.ShouldHaveSingleItem().ShouldBe(kept);
    }

    // Has something else happen between the reading and the writing of a change.
    private sealed class Interrupted(IKeyStore inner, Action between) : IKeyStore
    {
        public KeyRing? Load() => inner.Load();

        public KeyRing Create(KeyRing ring) => inner.Create(ring);

        public void Save(KeyRing ring) => inner.Save(ring);

        public KeyRing? Change(Func<KeyRing?, KeyRing?> change) => inner.Change(kept =>
        {
            between();
            return change(kept);
        });
    }
}
