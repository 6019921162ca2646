using Centra.Proof.Crashes;
using Centra.Proof.Model;
using Centra.ReviewLane;

namespace Centra.Proof.Disk;

/// <summary>
/// The power goes at each fsync of the SQLite writers and of the journal. By default one cut in some is tried, another one with another
/// CENTRA_PROOF_SEED; CENTRA_PROOF_CUTS=1 tries all.
/// </summary>
[Collection(nameof(SqliteRecorder))]
public sealed class PowerCutTests
{
    private const int Copies = 3;
    private static readonly int OneIn = ModelRun.Size("CENTRA_PROOF_CUTS", 12);

    [Fact]
    public Task FileOfOptOuts_PowerGoesAtAnyFsync_KeepsWhatWasAcknowledged() => AllAsync(new OptOutFileStory());

    [Fact]
    public Task FindingTheSame_PowerGoesAtAnyFsync_KeepsWhatWasAcknowledged() => AllAsync(new VerdictStory(ReviewVerdict.Same));

    [Fact]
    public Task BatchOfUpdates_PowerGoesAtAnyFsync_KeepsWhatWasAcknowledged() => AllAsync(new UpdateStory());

    [Fact]
    public Task Rekeying_PowerGoesAtAnyFsync_KeepsWhatWasAcknowledged() => AllAsync(new RekeyingStory());

    // With few pages until the log is copied into the file beside the writer; otherwise it would take sixteen megabytes.
    [Fact]
    public async Task LogCopiedBesideTheWriter_PowerGoesAtAnyFsync_KeepsWhatWasAcknowledged()
    {
        var story = new CopiedLogStory();
        using var cuts = new PowerCuts(story, ModelRun.Size("CENTRA_PROOF_SEED", 1), logPages: 30);
        story.IsCopied = () => cuts.SyncsOf("vault.db") >= Copies;

        await TryAllAsync(cuts);

        cuts.Files.ShouldContain("vault.db");
        story.Batches.ShouldBeLessThan(CopiedLogStory.Most, "how long the log was not copied");
    }

    // Proves the cuts: without its fsyncs the product would be found out.
    [Fact]
    public async Task BatchOfUpdates_OnADiskThatSyncsNothing_IsFoundToBeLost()
    {
        using var cuts = new PowerCuts(new UpdateStory(), seed: 1);

        await Should.ThrowAsync<ViolationException>(cuts.RunForgetfulAsync);
    }

    private static async Task AllAsync(Story story)
    {
        using var cuts = new PowerCuts(story, ModelRun.Size("CENTRA_PROOF_SEED", 1));
        await TryAllAsync(cuts);
    }

    private static async Task TryAllAsync(PowerCuts cuts)
    {
        var tried = await cuts.RunAsync(OneIn);

        TestContext.Current.TestOutputHelper?.WriteLine($"{tried} cuts at {cuts.Syncs} fsyncs of {string.Join(", ", cuts.Files)}");
        tried.ShouldBeGreaterThanOrEqualTo(cuts.Syncs * 8 / OneIn);
        cuts.Files.ShouldContain("vault.db-wal");
        cuts.Files.ShouldContain("journal/register.journal");
    }
}

/// <summary>The usual file system is exchanged for all of SQLite: one such test at a time.</summary>
[CollectionDefinition(nameof(SqliteRecorder))]
public sealed class SqliteRecorderCollection;
