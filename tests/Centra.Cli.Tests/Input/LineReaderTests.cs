using System.Text;
using Centra.Cli.Input;

namespace Centra.Cli.Tests.Input;

public sealed class LineReaderTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("a", new[] { "a" })]
    [InlineData("a\n", new[] { "a\n" })]
    [InlineData("a\r\n\nb", new[] { "a\r\n", "\n", "b" })]
    [InlineData("\n\n", new[] { "\n", "\n" })]
    public async Task Lines_OfAnyEnding_AreGivenAsTheyStand(string text, string[] lines) => (await ReadAsync(text)).ShouldBe(lines);

    [Fact]
    public async Task Lines_AcrossTheBuffer_AreWhole()
    {
        var lines = Enumerable.Range(1, 500).Select(number => new string((char)('a' + (number % 26)), number * 97) + "\n").ToArray();

        (await ReadAsync(string.Concat(lines))).ShouldBe(lines);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(10_000_000, true)]
    public async Task Line_AtTheLimit_IsTooLongOnlyAboveIt(int above, bool isTooLong)
    {
        var text = new string('x', LineReader.LongestLine + above);

        (await ReadAsync($"{text}\r\nnext")).ShouldBe([isTooLong ? "(too long)" : text + "\r\n", "next"]);
        (await ReadAsync(text)).ShouldBe([isTooLong ? "(too long)" : text]);
    }

    private static async Task<List<string>> ReadAsync(string text)
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("lines.ndjson"), text);
        var lines = new List<string>();
        await using var reader = new LineReader(InputFiles.Single(folder.File("lines.ndjson")));
        while (await reader.NextAsync(CancellationToken.None))
            lines.Add(reader.IsTooLong ? "(too long)" : Encoding.UTF8.GetString(reader.Raw.Span));
        reader.Number.ShouldBe(lines.Count);
        return lines;
    }
}
