namespace Centra.Proof.Model;

/// <summary>Delta debugging: takes away as much as can be taken away from something that goes wrong so that it still goes wrong.</summary>
internal static class Shrinking
{
    /// <summary>What is left is minimal: without any one of its items it does not go wrong any more.</summary>
    /// <param name="all">Goes wrong.</param>
    /// <param name="goesWrong">Whether some of it, in order, goes wrong.</param>
    public static IReadOnlyList<T> Minimal<T>(IReadOnlyList<T> all, Func<IReadOnlyList<T>, bool> goesWrong)
    {
        var left = all;
        for (var size = Math.Max(1, all.Count / 2); ; size = Math.Max(1, size / 2))
        {
            var (before, smaller) = (left.Count, Pass(left, size, goesWrong));
            left = smaller;
            if (size == 1 && left.Count == before)
                return left;
        }
    }

    private static IReadOnlyList<T> Pass<T>(IReadOnlyList<T> left, int size, Func<IReadOnlyList<T>, bool> goesWrong)
    {
        for (var at = 0; at < left.Count;)
        {
            IReadOnlyList<T> without = [.. left.Take(at), .. left.Skip(at + size)];
            if (goesWrong(without))
                left = without;
            else
                at += size;
        }
        return left;
    }
}
