using Centra.Proof.Model;
using Centra.Silo;
using Centra.Testing;

namespace Centra.Proof.Soak;

/// <summary>The soak of a cluster in short: a silo that the others believed dead goes on, and then all are killed under load. CENTRA_PROOF_SEED does it otherwise.</summary>
public sealed class ClusterSoakTests
{
    [Fact]
    public async Task Cluster_WithASiloThatComesBackFromTheDead_LosesNothingThatItAcknowledged()
    {
        Assert.SkipUnless(SiloHosting.IsForClusters, "The embedded engine is one process.");
        using var folder = new TempFolder();
        await using var place = await SoakPlace.TryMakeAsync(folder.Path, 2);
        Assert.SkipWhen(place is null, PrivatePostgres.Absence);
        var options = new SoakOptions { Silos = 2, Minutes = 0, Seed = ModelRun.Size("CENTRA_PROOF_SEED", 1), Folder = folder.Path, Fates = [Fate.PauseUntilTakenOut, Fate.KillAll] };
        var said = new StringWriter();

        var nothingWasWrong = await new SoakRun(options, place, said).RunAsync();

        nothingWasWrong.ShouldBeTrue(said.ToString());
        TestContext.Current.TestOutputHelper?.WriteLine(said.ToString());
    }
}
