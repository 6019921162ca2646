using Centra.Api.Portal;

namespace Centra.Service.Tests.Portal;

public class WordDifferenceTests
{
    [Fact]
    public void Words_TakenOutAndPutIn_AreToldApart() =>
        WordDifference.Of("one two three", "one 2 three").ShouldBe([new(RunKind.Kept, "one "), new(RunKind.Out, "two "), new(RunKind.In, "2 "), new(RunKind.Kept, "three")]);

    [Theory]
    [InlineData("", "")]
    [InlineData("", "a b")]
    [InlineData("a b", "")]
    [InlineData("same words", "same words")]
    public void Edges_AreOneRunAtMost(string before, string after) => WordDifference.Of(before, after).Count.ShouldBe(before.Length + after.Length == 0 ? 0 : 1);

    [Fact]
    public void Runs_GiveBothTextsBack()
    {
        var random = new Random(20);
        for (var round = 0; round < 300; round++)
        {
            var (before, after) = (Text(random), Text(random));
            var runs = WordDifference.Of(before, after);
            string.Concat(runs.Where(run => run.Kind is not RunKind.In).Select(run => run.Text)).ShouldBe(before);
            string.Concat(runs.Where(run => run.Kind is not RunKind.Out).Select(run => run.Text)).ShouldBe(after);
        }
    }

    [Fact]
    public void Texts_OfManyWords_AreComparedInTime()
    {
        var (before, after) = (string.Concat(Enumerable.Range(0, 20_000).Select(word => $"{word} ")), string.Concat(Enumerable.Range(7, 20_000).Select(word => $"x{word} ")));

        WordDifference.Of(before, after).Select(run => run.Kind).ShouldBe([RunKind.Out, RunKind.In]);
    }

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => $"{(char)('a' + random.Next(4))}{(random.Next(5) == 0 ? "\n" : " ")}"));
}
