using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Files;

public sealed class BucketFilesTests : IAsyncLifetime, IDisposable
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("An agreement between two parties.");
    private readonly TempFolder _folder = new();
    private FakeBucket _bucket = null!;
    private BucketFiles _files = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private byte[] Stored
    {
        get => _bucket.Objects.ShouldHaveSingleItem().Value;
        set => _bucket.Objects[_bucket.Objects.Keys.Single()] = value;
    }

    public async ValueTask InitializeAsync()
    {
        _bucket = await FakeBucket.StartAsync();
        _files = New();
    }

    [Fact]
    public async Task Content_Kept_IsFoundUnderItsSha256_AndNothingOfItStaysHere()
    {
        var sha256 = await _files.PutAsync(Content, Stop);

        sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Content)));
        _bucket.Objects.Keys.ShouldHaveSingleItem().ShouldBe($"/files/centra/{sha256[..2]}/{sha256}");
        Stored.ShouldBe(Content);
        (await ReadAsync(sha256)).ShouldBe(Content);
        Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task WhatIsNotThere_Opened_IsNothing(string name) => (await _files.OpenAsync(name, Stop)).ShouldBeNull();

    [Fact]
    public async Task EmptyContent_Kept_IsEmpty() => (await ReadAsync(await _files.PutAsync([], Stop))).ShouldBeEmpty();

    [Fact]
    public async Task Content_Removed_IsGone_AndSoAgain()
    {
        var sha256 = await _files.PutAsync(Content, Stop);

        await _files.DeleteAsync(sha256, Stop);
        await _files.DeleteAsync(sha256, Stop);

        (await _files.OpenAsync(sha256, Stop)).ShouldBeNull();
        _bucket.Objects.ShouldBeEmpty();
    }

    [Fact]
    public async Task ChangedObject_Opened_IsNotServed()
    {
        var sha256 = await _files.PutAsync(Content, Stop);
        await ReadAsync(sha256);
        Stored = [.. Content[..^1], (byte)'!'];

        await Should.ThrowAsync<StoredFileException>(() => _files.OpenAsync(sha256, Stop));
        await _files.PutAsync(Content, Stop);
        (await ReadAsync(sha256)).ShouldBe(Content, "putting it again mends it");
    }

    [Fact]
    public async Task Object_OpenedAgain_IsReadFromWhereItsReaderIs()
    {
        var sha256 = await _files.PutAsync(Content, Stop);
        await ReadAsync(sha256);
        _bucket.Ranges.Clear();

        await using var content = (await _files.OpenAsync(sha256, Stop))!;
        content.Seek(-8, SeekOrigin.End);
        using var end = new MemoryStream();
        await content.CopyToAsync(end, Stop);

        Encoding.UTF8.GetString(end.ToArray()).ShouldBe("parties.");
        _bucket.Ranges.ShouldHaveSingleItem("it was compared before, and is asked for no more than what is read").ShouldBe($"{Content.Length - 8}-{Content.Length - 1}");
    }

    [Fact]
    public async Task Object_ChangedWhileItIsRead_IsNotReadOn()
    {
        var sha256 = await _files.PutAsync(Content, Stop);
        await using var content = (await _files.OpenAsync(sha256, Stop))!;
        Stored = new byte[Content.Length];

        await Should.ThrowAsync<StorageUnavailableException>(() => content.CopyToAsync(Stream.Null, Stop));
    }

    [Fact]
    public async Task Answer_ThatBreaksOff_IsAskedForFromThere()
    {
        var large = new byte[1 << 20];
        new Random(1).NextBytes(large);
        var sha256 = await _files.PutAsync(large, Stop);
        _bucket.Breaks = 2;

        (await ReadAsync(sha256)).ShouldBe(large);
        _bucket.Breaks = int.MaxValue;
        await Should.ThrowAsync<StorageUnavailableException>(() => New().OpenAsync(sha256, Stop));
    }

    [Fact]
    public async Task Bucket_ThatRefuses_IsUnavailable_WithItsReason()
    {
        var sha256 = await _files.PutAsync(Content, Stop);
        _bucket.Refuses = (403, "AccessDenied");

        (await Should.ThrowAsync<StorageUnavailableException>(() => _files.PutAsync(Content, Stop))).Message.ShouldContain("AccessDenied");
        await Should.ThrowAsync<StorageUnavailableException>(() => _files.OpenAsync(sha256, Stop));
        await Should.ThrowAsync<StorageUnavailableException>(() => _files.DeleteAsync(sha256, Stop));
        await Should.ThrowAsync<StorageUnavailableException>(() => _files.CheckAsync(Stop));
        Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Server_ThatIsGone_IsUnavailable()
    {
        await _files.CheckAsync(Stop);
        await _bucket.DisposeAsync();

        await Should.ThrowAsync<StorageUnavailableException>(() => _files.PutAsync(Content, Stop));
        await Should.ThrowAsync<StorageUnavailableException>(() => _files.CheckAsync(Stop));
    }

    public async ValueTask DisposeAsync()
    {
        _files.Dispose();
        await _bucket.DisposeAsync();
    }

    public void Dispose() => _folder.Dispose();

    // Without the SDK's own attempts: what fails here goes on failing.
    private BucketFiles New()
    {
        var settings = new BucketSettings("files", _bucket.Address, Prefix: "centra/");
        var config = BucketClient.Of(settings);
        config.MaxErrorRetry = 0;
        return new BucketFiles(new AmazonS3Client(new BasicAWSCredentials("id", "secret"), config), settings, Path.Combine(_folder.Path, "drafts"));
    }

    private async Task<byte[]> ReadAsync(string sha256)
    {
        await using var stream = await _files.OpenAsync(sha256, Stop);
        using var copy = new MemoryStream();
        await stream!.CopyToAsync(copy, Stop);
        return copy.ToArray();
    }
}
