namespace Centra.Api.Portal;

/// <summary>How two texts differ, word by word. Pure.</summary>
public static class WordDiff
{
    // Beyond this the table would be larger than reading both texts is worth.
    private const int Most = 4_000_000;

    /// <summary>Runs of words: kept, taken away or added, in the order of reading.</summary>
    public static IReadOnlyList<(DiffKind Kind, string Text)> Of(string? former, string? later)
    {
        var (gone, come) = (Words(former), Words(later));
        if ((long)gone.Length * come.Length > Most)
            return [.. Run(DiffKind.Removed, gone), .. Run(DiffKind.Added, come)];
        var steps = new List<(DiffKind Kind, string Word)>();
        var common = Common(gone, come);
        var (at, to) = (0, 0);
        while (at < gone.Length || to < come.Length)
        {
            if (at < gone.Length && to < come.Length && gone[at] == come[to])
            {
                steps.Add((DiffKind.Kept, gone[at++]));
                to++;
            }
            else if (to == come.Length || (at < gone.Length && common[at + 1, to] >= common[at, to + 1]))
                steps.Add((DiffKind.Removed, gone[at++]));
            else
                steps.Add((DiffKind.Added, come[to++]));
        }
        return [.. Runs(steps)];
    }

    // Length of the longest common subsequence of what is left from each pair of places.
    private static int[,] Common(string[] gone, string[] come)
    {
        var common = new int[gone.Length + 1, come.Length + 1];
        for (var at = gone.Length - 1; at >= 0; at--)
        {
            for (var to = come.Length - 1; to >= 0; to--)
                common[at, to] = gone[at] == come[to] ? common[at + 1, to + 1] + 1 : Math.Max(common[at + 1, to], common[at, to + 1]);
        }
        return common;
    }

    private static IEnumerable<(DiffKind, string)> Runs(List<(DiffKind Kind, string Word)> steps)
    {
        for (var at = 0; at < steps.Count;)
        {
            var next = steps.FindIndex(at, step => step.Kind != steps[at].Kind) is >= 0 and var found ? found : steps.Count;
            yield return (steps[at].Kind, string.Join(' ', steps[at..next].Select(step => step.Word)));
            at = next;
        }
    }

    private static IEnumerable<(DiffKind, string)> Run(DiffKind kind, string[] words) => words.Length == 0 ? [] : [(kind, string.Join(' ', words))];

    private static string[] Words(string? text) => (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>What became of a run of words.</summary>
public enum DiffKind
{
    /// <summary>Never used.</summary>
    None = 0,

    /// <summary>In both texts.</summary>
    Kept = 1,

    /// <summary>In the former only.</summary>
    Removed = 2,

    /// <summary>In the later only.</summary>
    Added = 3,
}
