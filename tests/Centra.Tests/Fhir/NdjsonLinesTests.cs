using System.Text;
using Centra.Fhir;
using Centra.Ingest;

namespace Centra.Tests.Fhir;

public class NdjsonLinesTests
{
    [Theory]
    [InlineData("a\nb\n", "1a 2b")]
    [InlineData("a\r\nb\r\n", "1a 2b")]
    [InlineData("a\nb", "1a 2b")]
    [InlineData("a\n\n \t\r\nb", "1a 4b")]
    [InlineData("\uFEFFa\nb", "1a 2b")]
    [InlineData("\n\n", "")]
    [InlineData("", "")]
    [InlineData("\n\uFEFFa", "2\uFEFFa")]
    public async Task ReadAsync_AnyLineEnd_GivesNumberedLines(string text, string expected)
    {
        foreach (var chunk in (int[])[1, 3, 4096])
            (await Read(text, chunk)).ShouldBe(expected);
    }

    [Fact]
    public async Task ReadAsync_ManyLines_FillsBatchesByLinesAndBytes()
    {
        var text = string.Concat(Enumerable.Range(0, 2500).Select(number => number + "\n"));

        var byLines = await Batches(text, BatchLimits.Default);
        var byBytes = await Batches("aaaa\nbbbb\ncccc\n", new BatchLimits(1000, 8));

        byLines.Select(batch => batch.Length).ShouldBe([1000, 1000, 500]);
        byBytes.Select(batch => batch.Length).ShouldBe([2, 1]);
    }

    [Fact]
    public async Task ReadAsync_LineOverTheLimit_IsReportedAndPassedOverInBoundedMemory()
    {
        await using var stream = new LongLines(200L * 1024 * 1024, "after");
        var before = GC.GetAllocatedBytesForCurrentThread();

        var lines = new List<SourceLine>();
        await foreach (var batch in NdjsonLines.ReadAsync(stream, cancellation: TestContext.Current.CancellationToken))
            lines.AddRange(batch);

        lines.Select(line => (line.Number, line.Code)).ShouldBe([(1, LineCode.LineTooLong), (2, LineCode.None)]);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(100L * 1024 * 1024);
    }

    [Fact]
    public async Task ReadAsync_LineOfExactlyTheLimit_IsGiven()
    {
        await using var stream = new LongLines(BatchLimits.LongestLine, "after");

        var batches = new List<int>();
        await foreach (var batch in NdjsonLines.ReadAsync(stream, cancellation: TestContext.Current.CancellationToken))
            batches.AddRange(batch.Select(line => line.Bytes.Length));

        batches.ShouldBe([BatchLimits.LongestLine, 5]);
    }

    [Fact]
    public void ToString_LineWithContent_PrintsNumberOnly() =>
        new SourceLine(7, "Silva"u8.ToArray(), LineCode.None).ToString().ShouldBe("line 7: None, 5 bytes");

    private static async Task<string> Read(string text, int chunk)
    {
        await using var stream = new Chunks(Encoding.UTF8.GetBytes(text), chunk);
        var lines = new List<string>();
        await foreach (var batch in NdjsonLines.ReadAsync(stream, cancellation: TestContext.Current.CancellationToken))
            lines.AddRange(batch.Select(line => line.Number + Encoding.UTF8.GetString(line.Bytes.Span)));
        return string.Join(' ', lines);
    }

    private static async Task<List<System.Collections.Immutable.ImmutableArray<SourceLine>>> Batches(string text, BatchLimits limits)
    {
        await using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var batches = new List<System.Collections.Immutable.ImmutableArray<SourceLine>>();
        await foreach (var batch in NdjsonLines.ReadAsync(stream, limits, TestContext.Current.CancellationToken))
            batches.Add(batch);
        return batches;
    }

    /// <summary>Gives a few bytes at a time, as a network does.</summary>
    private sealed class Chunks(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }

    /// <summary>One line of so many bytes, made as it is read, and another after it.</summary>
    private sealed class LongLines(long length, string after) : MemoryStream(Encoding.UTF8.GetBytes("\n" + after))
    {
        private long left = length;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (left == 0)
                return base.ReadAsync(buffer, cancellationToken);
            var now = (int)Math.Min(left, buffer.Length);
            buffer.Span[..now].Fill((byte)'x');
            left -= now;
            return ValueTask.FromResult(now);
        }
    }
}
