namespace Centra.Testing;

/// <summary>Ids that follow from a seed.</summary>
public sealed class SeededIds(int seed) : IdSource
{
    private readonly Random _random = new(seed);

    /// <inheritdoc/>
    public override byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        lock (_random)
            _random.NextBytes(bytes);
        return bytes;
    }
}
