namespace Centra.Api.Portal;

/// <summary>What words were taken out of a text and which were put in: the longest common subsequence of words.</summary>
public static class WordDifference
{
    // A table of more cells than this is not made: texts that differ in so much have been written anew.
    private const int MostCells = 4_000_000;

    /// <summary>Runs of words in order; put together, those kept and those taken out are the former text, those kept and those put in the later one.</summary>
    public static IReadOnlyList<TextRun> Of(string before, string after)
    {
        var (left, right) = (Words(before), Words(after));
        var start = 0;
        while (start < left.Count && start < right.Count && left[start] == right[start])
            start++;
        var end = 0;
        while (end < left.Count - start && end < right.Count - start && left[^(end + 1)] == right[^(end + 1)])
            end++;
        var runs = new List<TextRun>();
        Add(runs, RunKind.Kept, left.Take(start));
        Between(runs, left[start..(left.Count - end)], right[start..(right.Count - end)]);
        Add(runs, RunKind.Kept, left.Skip(left.Count - end));
        return runs;
    }

    private static void Between(List<TextRun> runs, List<string> left, List<string> right)
    {
        if ((long)left.Count * right.Count > MostCells)
        {
            Add(runs, RunKind.Out, left);
            Add(runs, RunKind.In, right);
            return;
        }
        var common = Common(left, right);
        var (i, j) = (0, 0);
        while (i < left.Count || j < right.Count)
        {
            if (i < left.Count && j < right.Count && left[i] == right[j])
                Add(runs, RunKind.Kept, [Next(left, ref i, ref j)]);
            else if (i < left.Count && (j == right.Count || common[i + 1, j] >= common[i, j + 1]))
                Add(runs, RunKind.Out, [left[i++]]);
            else
                Add(runs, RunKind.In, [right[j++]]);
        }
    }

    private static string Next(List<string> words, ref int i, ref int j)
    {
        j++;
        return words[i++];
    }

    // Length of the longest common subsequence from each pair of places on.
    private static int[,] Common(List<string> left, List<string> right)
    {
        var lengths = new int[left.Count + 1, right.Count + 1];
        for (var i = left.Count - 1; i >= 0; i--)
        {
            for (var j = right.Count - 1; j >= 0; j--)
                lengths[i, j] = left[i] == right[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }
        return lengths;
    }

    private static void Add(List<TextRun> runs, RunKind kind, IEnumerable<string> words)
    {
        var text = string.Concat(words);
        if (text.Length == 0)
            return;
        if (runs.Count > 0 && runs[^1].Kind == kind)
            runs[^1] = runs[^1] with { Text = runs[^1].Text + text };
        else
            runs.Add(new TextRun(kind, text));
    }

    // A word with the blanks behind it.
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = 0;
        for (var at = 1; at < text.Length; at++)
        {
            if (!char.IsWhiteSpace(text[at]) && char.IsWhiteSpace(text[at - 1]))
            {
                words.Add(text[start..at]);
                start = at;
            }
        }
        if (text.Length > 0)
            words.Add(text[start..]);
        return words;
    }
}

/// <summary>A piece of text.</summary>
public sealed record TextRun(RunKind Kind, string Text);

/// <summary>What became of it.</summary>
public enum RunKind
{
    /// <summary>In both texts.</summary>
    Kept = 0,

    /// <summary>In the former only.</summary>
    Out = 1,

    /// <summary>In the later only.</summary>
    In = 2,
}
