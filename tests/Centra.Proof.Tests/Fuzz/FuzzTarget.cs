using System.Text;

namespace Centra.Proof.Fuzz;

/// <summary>Something that reads what strangers send.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Seeds">Inputs as they should be, with <see cref="Canary"/> words in the place of what identifies somebody.</param>
/// <param name="ReadAsync">Reads one, and gives everything that would be said of it: codes, sentences, log lines.</param>
internal sealed record FuzzTarget(string Name, IReadOnlyList<byte[]> Seeds, Func<byte[], Task<string>> ReadAsync)
{
    /// <summary>What stands in every input and may stand in no answer.</summary>
    public static readonly string[] Canary = ["Quillfeather", "Zyxandra", "078051120", "Wobblestone"];

    /// <summary>Pieces that mean something to it, beside those that mean something everywhere.</summary>
    public IReadOnlyList<byte[]> Words { get; init; } = [];

    /// <summary>How many inputs cost as much as one of this.</summary>
    public int Weight { get; init; } = 1;

    public override string ToString() => Name;

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static IReadOnlyList<byte[]> Texts(params string[] texts) => [.. texts.Select(Bytes)];
}
