using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Centra.Releases;

/// <summary>How many rows share each combination of some cells. Combinations are kept by their hash: as many bytes for each, however long its words.</summary>
internal sealed class GroupCounts(int[] places)
{
    private const int Most = 2_000_000;
    private readonly Dictionary<UInt128, long> _counts = [];

    /// <summary>Rows of the rarest combination; 0 where there are none.</summary>
    public long Smallest => _counts.Count == 0 ? 0 : _counts.Values.Min();

    /// <summary>Whether there are more combinations than are counted.</summary>
    public bool IsOverfull => _counts.Count > Most;

    /// <summary>Counts a row.</summary>
    public void Add(string[] cells) => CollectionsMarshal.GetValueRefOrAddDefault(_counts, KeyOf(cells), out _)++;

    /// <summary>How many rows share the cells of this one.</summary>
    public long Of(string[] cells) => _counts.GetValueOrDefault(KeyOf(cells));

    // The length before each cell keeps "a,b" and "ab," apart.
    private UInt128 KeyOf(string[] cells)
    {
        var text = new StringBuilder();
        foreach (var place in places)
            text.Append(cells[place].Length).Append(':').Append(cells[place]);
        return BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
