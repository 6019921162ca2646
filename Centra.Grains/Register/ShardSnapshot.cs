using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Centra.Register;

/// <summary>
/// A shard's table as a file: a line of JSON that says what it is, the two arrays as they stand in memory, and SHA-256 over all.
/// A cut, changed, foreign or too new file is as good as none; so is one of another history of the same register, which its digest tells.
/// </summary>
public sealed class ShardSnapshot(string folder, string registerId, ShardLayout layout) : IDisposable
{
    private const int Digest = 32;

    // A snapshot being written is a copy of its table, so there is one at a time in a process.
    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <summary>How many rows a shard reads before it is written again.</summary>
    public int RowsWorthSaving { get; init; } = 10_000;

    /// <summary>Reads a shard's snapshot, or null where there is none that can be used at this head.</summary>
    public SavedShard? Load(int shard, long head)
    {
        var path = PathOf(shard);
        if (!File.Exists(path))
            return null;
        try
        {
            using var file = File.OpenRead(path);
            return Read(file, shard, head);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or OverflowException or OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>Writes a shard's snapshot beside the former one and then takes its place.</summary>
    public void Save(int shard, SavedShard saved)
    {
        Directory.CreateDirectory(folder);
        var path = PathOf(shard);
        var (fingerprints, ordinals) = saved.Table.Arrays;
        using (var file = new FileStream(path + ".new", FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20))
        using (var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256))
        {
            Put(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new Header(registerId, layout.Bits, shard, saved.Sequence, saved.Digest, saved.Epochs, fingerprints.Length - saved.Table.Tail, saved.Table.Tail, saved.Table.Count)) + "\n"));
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

    /// <summary>Writes what a shard has grown by, where that is worth it: copied in the caller's turn, written outside of it.</summary>
    internal async Task<bool> KeepAsync(int number, LoadedShard shard)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            if (!shard.IsWorthASnapshot(RowsWorthSaving))
                return false;
            var taken = shard.TakeSnapshot();
            await Task.Run(() => Save(number, taken));
            return true;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();

    private SavedShard? Read(FileStream file, int shard, long head)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (ReadHeader(file, hash) is not { } header || !Fits(header, file, shard, head))
            return null;
        var table = ShardTable.Filled(header.Slots, header.Tail, header.Count, bytes =>
        {
            file.ReadExactly(bytes);
            hash.AppendData(bytes);
        });
        var digest = new byte[Digest];
        file.ReadExactly(digest);
        return hash.GetHashAndReset().AsSpan().SequenceEqual(digest) ? new SavedShard(table, header.Sequence, header.Digest, header.Epochs) : null;
    }

    private bool Fits(Header header, FileStream file, int shard, long head) =>
        header.RegisterId == registerId && header.Digest is not null && !header.Epochs.IsDefaultOrEmpty && header.Bits == layout.Bits && header.Shard == shard && header.Sequence <= head
        && header.Slots > 0 && header.Tail > 0 && header.Count >= 0 && file.Length - file.Position == 12L * (header.Slots + header.Tail) + Digest;

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

    // Before tables were in order there was no tail: such a file is as good as none.
    private sealed record Header(string RegisterId, int Bits, int Shard, long Sequence, byte[] Digest, ImmutableArray<int> Epochs, int Slots, int Tail, int Count);
}

/// <summary>A shard's table, and where in the register's history it stands.</summary>
/// <param name="Table">Its tokens.</param>
/// <param name="Sequence">Up to which operation.</param>
/// <param name="Digest">The digest chain up to there.</param>
/// <param name="Epochs">Key epochs whose tokens it has of every opt-out.</param>
public sealed record SavedShard(ShardTable Table, long Sequence, byte[] Digest, ImmutableArray<int> Epochs);
