using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Centra.Attachments;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Files;

/// <summary>A content that the sweep is just removing, and that somebody just puts there again: whatever the order, who put it has it.</summary>
public sealed class FileClaimTests : IDisposable
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("What two releases have in common.");
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private readonly TempFolder _folder = new();
    private readonly WatchedClock _clock = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Content_PutBeforeTheSweep_StaysUntilItIsNamed(bool onPostgres)
    {
        await using var storage = await OpenAsync(onPostgres);
        var sha256 = await storage.Files.PutAsync(Content, Stop);
        await NoteAsync(storage, sha256);

        (await Sweep(storage, storage.Files).RunAsync()).ShouldBe(0, "a release is just being built of it");
        await IsThereAsync(storage.Files, sha256);

        await NameAsync(storage, sha256);
        _clock.Advance(TimeSpan.FromDays(31));
        (await Sweep(storage, storage.Files).RunAsync()).ShouldBe(0);
        await IsThereAsync(storage.Files, sha256);
    }

    [Fact]
    public async Task Content_PutAndNeverNamed_GoesAMonthLater()
    {
        await using var storage = await OpenAsync(onPostgres: false);
        var sha256 = await storage.Files.PutAsync(Content, Stop);
        await NoteAsync(storage, sha256);
        (await Sweep(storage, storage.Files).RunAsync()).ShouldBe(0);

        _clock.Advance(TimeSpan.FromDays(31));
        (await Sweep(storage, storage.Files).RunAsync()).ShouldBe(1);

        (await storage.Files.OpenAsync(sha256, Stop)).ShouldBeNull();
        (await storage.Read.Database.ReadAsync(session => session.NumberAsync("select (select count(*) from file_claim) + (select count(*) from file_removal)"))).ShouldBe(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Content_PutWhileItIsRemoved_IsThereAfterwards(bool onPostgres)
    {
        await using var storage = await OpenAsync(onPostgres);
        var sha256 = await storage.Files.PutAsync(Content, Stop);
        await NoteAsync(storage, sha256);
        _clock.Advance(TimeSpan.FromDays(31));
        var between = new PutDuringRemoval(storage.Files, _clock);

        (await Sweep(storage, between).RunAsync()).ShouldBe(1);

        (await between.Put!).ShouldBe(sha256);
        await IsThereAsync(storage.Files, sha256);
    }

    [Fact]
    public async Task Removal_ThatACrashCutOff_KeepsNobodyForLong()
    {
        await using var storage = await OpenAsync(onPostgres: false);
        (await storage.Read.Database.WriteAsync(Fence.None, session => storage.Claims.BeginAsync(session, "content"), Stop)).ShouldNotBeNull();
        (await storage.Read.Database.WriteAsync(Fence.None, session => storage.Claims.BeginAsync(session, "content"), Stop)).ShouldBeNull("another removes it");

        _clock.Advance(TimeSpan.FromMinutes(3));
        await storage.Claims.ClaimAsync("content");

        (await storage.Read.Database.WriteAsync(Fence.None, session => storage.Claims.BeginAsync(session, "content"), Stop)).ShouldBeNull("it is claimed");
    }

    // A bucket is asked over the network, which work on SQLite's writer may not wait for.
    [Fact]
    public async Task Bucket_BesideSqlite_LosesWhatNothingNames()
    {
        await using var storage = await OpenAsync(onPostgres: false);
        await using var server = await FakeBucket.StartAsync();
        var config = new AmazonS3Config { ServiceURL = server.Address.ToString(), ForcePathStyle = true, AuthenticationRegion = "us-east-1" };
        using var bucket = new BucketFiles(new AmazonS3Client(new BasicAWSCredentials("id", "secret"), config), new BucketSettings("files", server.Address), Path.Combine(_folder.Path, "drafts"), storage.Claims.ClaimAsync);
        await NoteAsync(storage, await bucket.PutAsync(Content, Stop));
        _clock.Advance(TimeSpan.FromDays(31));

        (await Sweep(storage, bucket).RunAsync()).ShouldBe(1);

        server.Objects.ShouldBeEmpty();
    }

    private static FileExpiry Sweep(CentraStorage storage, IFileStore files) => new(storage.Read, new FileRemoving(storage.Read, files, storage.Claims), storage.Claims);

    private static async Task IsThereAsync(IFileStore files, string sha256)
    {
        await using var content = await files.OpenAsync(sha256, Stop);
        content.ShouldNotBeNull();
    }

    private static Task NoteAsync(CentraStorage storage, string sha256) => storage.Read.Database.WriteAsync(Fence.None, session => NamedFiles.NoteAsync(session, sha256), Stop);

    private static Task NameAsync(CentraStorage storage, string sha256) => storage.Read.Database.WriteAsync(
        Fence.None, session => AttachmentRows.AddAsync(session, new AttachmentRow("att-1", sha256, "plan.pdf", "application/pdf", 1, AttachmentRow.Clean, "writer", 0)), Stop);

    private async Task<CentraStorage> OpenAsync(bool onPostgres)
    {
        var server = onPostgres ? await PrivatePostgres.TryStartAsync() : null;
        Assert.SkipWhen(onPostgres && server is null, PrivatePostgres.Absence);
        return await CentraStorage.OpenAsync(new StorageSettings { DataFolder = _folder.Path, Postgres = onPostgres ? await server!.CreateDatabaseAsync() : null }, _clock);
    }

    // The store while it removes: somebody else puts the same content, and gets as far as they get.
    private sealed class PutDuringRemoval(IFileStore inner, WatchedClock clock) : IFileStore
    {
        public Task<string>? Put { get; private set; }

        public Task<string> PutAsync(Stream content, CancellationToken cancellation = default) => inner.PutAsync(content, cancellation);

        public Task<Stream?> OpenAsync(string sha256, CancellationToken cancellation = default) => inner.OpenAsync(sha256, cancellation);

        public async Task DeleteAsync(string sha256, CancellationToken cancellation = default)
        {
            Put = inner.PutAsync(Content, cancellation);
            await Task.WhenAny(Put, clock.SomebodyWaits);
            await inner.DeleteAsync(sha256, cancellation);
        }
    }

    // The machine's time on a day that moves, which tells when somebody begins to wait.
    private sealed class WatchedClock : TimeProvider
    {
        private readonly TaskCompletionSource _waits = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TimeSpan _shift;

        public Task SomebodyWaits => _waits.Task;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;

        public void Advance(TimeSpan by) => _shift += by;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _waits.TrySetResult();
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
