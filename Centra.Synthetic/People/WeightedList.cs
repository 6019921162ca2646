namespace Centra.Synthetic;

/// <summary>Items that are picked as often as their weights say.</summary>
internal sealed class WeightedList<T>
{
    private readonly T[] items;
    private readonly double[] upTo;

    public WeightedList(IEnumerable<(T Item, double Weight)> weighted)
    {
        var kept = weighted.Where(pair => pair.Weight > 0).ToArray();
        items = [.. kept.Select(pair => pair.Item)];
        upTo = new double[items.Length];
        for (var i = 0; i < items.Length; i++)
            upTo[i] = kept[i].Weight + (i > 0 ? upTo[i - 1] : 0);
    }

    public double Total => upTo[^1];

    public T Pick(ref Dice dice)
    {
        var found = Array.BinarySearch(upTo, dice.Unit() * Total);
        return items[Math.Min(found < 0 ? ~found : found + 1, items.Length - 1)];
    }
}
