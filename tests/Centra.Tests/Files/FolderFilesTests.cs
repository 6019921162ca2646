using System.Security.Cryptography;
using System.Text;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Files;

public sealed class FolderFilesTests : IDisposable
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("An agreement between two parties.");
    private readonly TempFolder _folder = new();

    private FolderFiles Files => new(_folder.Path);

    [Fact]
    public async Task Content_Kept_IsFoundUnderItsSha256()
    {
        var sha256 = await Files.PutAsync(Content, TestContext.Current.CancellationToken);
        sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Content)));
        (await ReadAsync(sha256)).ShouldBe(Content);
    }

    [Fact]
    public async Task SameContent_KeptTwice_IsOneFile()
    {
        await Files.PutAsync(Content, TestContext.Current.CancellationToken);
        await Files.PutAsync(Content, TestContext.Current.CancellationToken);
        Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task WhatIsNotThere_Opened_IsNothing(string name) =>
        (await Files.OpenAsync(name, TestContext.Current.CancellationToken)).ShouldBeNull();

    [Fact]
    public async Task ChangedFile_Opened_IsNotServed()
    {
        var sha256 = await Files.PutAsync(Content, TestContext.Current.CancellationToken);
        var path = Directory.GetFiles(_folder.Path, sha256, SearchOption.AllDirectories).Single();
        await File.AppendAllTextAsync(path, " ", TestContext.Current.CancellationToken);
        await Should.ThrowAsync<StoredFileException>(() => Files.OpenAsync(sha256, TestContext.Current.CancellationToken));
        await Files.PutAsync(Content, TestContext.Current.CancellationToken);
        (await ReadAsync(sha256)).ShouldBe(Content, "putting it again mends it");
    }

    [Fact]
    public async Task File_OpenedAgain_IsComparedAgainOnlyWhereItWasTouched()
    {
        var (files, sha256) = (Files, await Files.PutAsync(Content, TestContext.Current.CancellationToken));
        var path = Directory.GetFiles(_folder.Path, sha256, SearchOption.AllDirectories).Single();
        var written = File.GetLastWriteTimeUtc(path);
        await (await files.OpenAsync(sha256, TestContext.Current.CancellationToken))!.DisposeAsync();
        await File.WriteAllBytesAsync(path, [.. Content[..^1], (byte)'!'], TestContext.Current.CancellationToken);

        await Should.ThrowAsync<StoredFileException>(() => files.OpenAsync(sha256, TestContext.Current.CancellationToken), "it was touched");
        File.SetLastWriteTimeUtc(path, written);
        await using (var untouched = await files.OpenAsync(sha256, TestContext.Current.CancellationToken))
            untouched!.Position.ShouldBe(0, "nothing was read of it again");
        await Should.ThrowAsync<StoredFileException>(() => Files.OpenAsync(sha256, TestContext.Current.CancellationToken), "another process compares it first");
    }

    [Fact]
    public async Task FolderThatIsAFile_Put_IsUnavailable()
    {
        var blocked = Path.Combine(_folder.Path, "blocked");
        await File.WriteAllTextAsync(blocked, "", TestContext.Current.CancellationToken);
        await Should.ThrowAsync<StorageUnavailableException>(() => new FolderFiles(blocked).PutAsync(Content, TestContext.Current.CancellationToken));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<byte[]> ReadAsync(string sha256)
    {
        await using var stream = await Files.OpenAsync(sha256, TestContext.Current.CancellationToken);
        using var copy = new MemoryStream();
        await stream!.CopyToAsync(copy, TestContext.Current.CancellationToken);
        return copy.ToArray();
    }
}
