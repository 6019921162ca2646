using System.Text;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Attachments;

public class ClamdTests
{
    [Fact]
    public async Task Content_IsSentInChunks_AndItsAnswerRead()
    {
        await using var fake = new FakeClamd();

        (await ScanAsync(fake, new byte[300_000])).ShouldBe(ScanAnswer.Clean);
        fake.Scanned.ShouldBe(300_000);
        (await ScanAsync(fake, Encoding.ASCII.GetBytes($"x {FakeClamd.Virus} y"))).ShouldBe(ScanAnswer.Infected);
    }

    [Theory]
    [InlineData("INSTREAM size limit exceeded. ERROR")]
    [InlineData("stream: OK but not quite")]
    [InlineData("")]
    public async Task WhateverIsNoClearAnswer_IsNone(string says)
    {
        await using var fake = new FakeClamd { Says = says };

        (await ScanAsync(fake, [1, 2, 3])).ShouldBe(ScanAnswer.None);
    }

    [Fact]
    public async Task NobodyThere_IsNone()
    {
        var gone = new FakeClamd();
        await gone.DisposeAsync();

        (await ScanAsync(gone, [1])).ShouldBe(ScanAnswer.None);
    }

    [Theory]
    [InlineData("unix:/run/clamd.sock", "/run/clamd.sock")]
    [InlineData("/run/clamd.sock", "/run/clamd.sock")]
    [InlineData("tcp://scanner:3310", "Unspecified/scanner:3310")]
    [InlineData("scanner:3310", "Unspecified/scanner:3310")]
    [InlineData("scanner", null)]
    [InlineData("http://scanner:3310", null)]
    public void Address_IsReadAsItIsConfigured(string setting, string? expected) => (Clamd.AddressOf(setting)?.ToString()).ShouldBe(expected);

    private static async Task<ScanAnswer> ScanAsync(FakeClamd fake, byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await new Clamd(Clamd.AddressOf(fake.Address), TimeProvider.System).ScanAsync(stream, CancellationToken.None);
    }
}
