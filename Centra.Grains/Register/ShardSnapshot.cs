using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Centra.Register;

/// <summary>
/// A shard's table as a file: a line of JSON that says what it is, the two arrays as they stand in memory, and SHA-256 over all.
/// A cut, changed, foreign or too new file is as good as none.
/// </summary>
public sealed class ShardSnapshot(string folder, string registerId, ShardLayout layout)
{
    private const int Digest = 32;

    /// <summary>Reads a shard's snapshot, or null where there is none that can be used at this head.</summary>
    public (ShardTable Table, long Sequence, ImmutableArray<int> Epochs)? Load(int shard, long head)
    {
        var path = PathOf(shard);
        if (!File.Exists(path))
            return null;
        try
        {
            using var file = File.OpenRead(path);
            return Read(file, shard, head);
        }
        catch (Exception error) when (error is IOException or JsonException or OverflowException or OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>Writes a shard's snapshot beside the former one and then takes its place.</summary>
    public void Save(int shard, ShardTable table, long sequence, ImmutableArray<int> epochs)
    {
        Directory.CreateDirectory(folder);
        var path = PathOf(shard);
        var (fingerprints, ordinals) = table.Arrays;
        using (var file = new FileStream(path + ".new", FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20))
        using (var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256))
        {
            Put(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new Header(registerId, layout.Bits, shard, sequence, epochs, fingerprints.Length, table.Count)) + "\n"));
            Put(MemoryMarshal.AsBytes(fingerprints.Span));
            Put(MemoryMarshal.AsBytes(ordinals.Span));
            file.Write(hash.GetHashAndReset());
            file.Flush(flushToDisk: true);

            void Put(ReadOnlySpan<byte> bytes)
            {
                file.Write(bytes);
                hash.AppendData(bytes);
            }
        }
        File.Move(path + ".new", path, overwrite: true);
    }

    private (ShardTable, long, ImmutableArray<int>)? Read(FileStream file, int shard, long head)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (ReadHeader(file, hash) is not { } header || !Fits(header, file, shard, head))
            return null;
        var table = ShardTable.Filled(header.Slots, header.Count, bytes =>
        {
            file.ReadExactly(bytes);
            hash.AppendData(bytes);
        });
        var digest = new byte[Digest];
        file.ReadExactly(digest);
        return hash.GetHashAndReset().AsSpan().SequenceEqual(digest) ? (table, header.Sequence, header.Epochs) : null;
    }

    private bool Fits(Header header, FileStream file, int shard, long head) =>
        header.RegisterId == registerId && !header.Epochs.IsDefaultOrEmpty && header.Bits == layout.Bits && header.Shard == shard && header.Sequence <= head
        && header.Slots > 0 && header.Count >= 0 && file.Length - file.Position == 12L * header.Slots + Digest;

    private static Header? ReadHeader(FileStream file, IncrementalHash hash)
    {
        var bytes = new List<byte>(256);
        for (int next; bytes.Count < 4096 && (next = file.ReadByte()) >= 0;)
        {
            bytes.Add((byte)next);
            if (next != '\n')
                continue;
            hash.AppendData(CollectionsMarshal.AsSpan(bytes));
            return JsonSerializer.Deserialize<Header>(CollectionsMarshal.AsSpan(bytes));
        }
        return null;
    }

    private string PathOf(int shard) => Path.Combine(folder, $"shard-{shard:d4}.snapshot");

    private sealed record Header(string RegisterId, int Bits, int Shard, long Sequence, ImmutableArray<int> Epochs, int Slots, int Count);
}
