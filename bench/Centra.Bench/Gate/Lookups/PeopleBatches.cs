namespace Centra.Bench.Gate.Lookups;

/// <summary>Batches of people to look up: so many that what they touch fits no cache.</summary>
internal sealed class PeopleBatches
{
    /// <summary>People in a batch.</summary>
    public const int People = 1_000;

    /// <summary>Tokens in a batch.</summary>
    public const int Tokens = People * SyntheticTokens.PerPerson;

    private const int Batches = 200;
    private readonly ReadOnlyMemory<byte>[][] _people;

    public PeopleBatches(SyntheticTokens tokens) => _people = [.. Enumerable.Range(0, Batches).Select(batch => Make(tokens, batch))];

    /// <summary>How many batches there are.</summary>
    public int Count => _people.Length;

    /// <summary>A batch, again and again from the first.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> this[int number] => _people[number % Batches];

    /// <summary>How many people of a batch are in the register.</summary>
    public static int OptedOut => People / SyntheticTokens.OneIn;

    private static ReadOnlyMemory<byte>[] Make(SyntheticTokens tokens, int batch)
    {
        var people = new ReadOnlyMemory<byte>[People];
        for (var person = 0; person < People; person++)
        {
            var packed = new byte[SyntheticTokens.PerPerson * Key128.Size];
            var first = tokens.FirstOf((long)batch * People + person);
            for (var at = 0; at < SyntheticTokens.PerPerson; at++)
                tokens[first + at].CopyTo(packed.AsSpan(at * Key128.Size));
            people[person] = packed;
        }
        return people;
    }
}
