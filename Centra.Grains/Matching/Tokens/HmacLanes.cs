using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace Centra.Matching;

/// <summary>HMAC-SHA256 (RFC 2104) under one key of many short messages at once, cut to its first sixteen bytes.</summary>
internal sealed class HmacLanes
{
    /// <summary>Longest message: one block less the padding.</summary>
    public const int LongestMessage = 55;

    private const int BlockWords = 16;

    private static readonly Vector256<byte> Reversed = Vector256.Create(
        (byte)3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12, 19, 18, 17, 16, 23, 22, 21, 20, 27, 26, 25, 24, 31, 30, 29, 28);

    private readonly uint[] inner;
    private readonly uint[] outer;

    public HmacLanes(ReadOnlySpan<byte> key)
    {
        if (key.Length != 32)
            throw new ArgumentException("A matching key has 32 bytes.", nameof(key));
        inner = StateAfter(key, 0x36);
        outer = StateAfter(key, 0x5c);
    }

    /// <summary>Writes the padding of a message that stands at the start of a cleared block.</summary>
    public static void Finish(Span<byte> block, int length)
    {
        block[length] = 0x80;
        BinaryPrimitives.WriteUInt16BigEndian(block[62..], (ushort)((Sha256Lanes.BlockBytes + length) * 8));
    }

    /// <summary>The codes of the messages in the blocks, in their order.</summary>
    public void Compute(ReadOnlySpan<byte> blocks, Span<UInt128> codes)
    {
        Span<Vector256<uint>> state = stackalloc Vector256<uint>[Sha256Lanes.StateWords];
        Span<Vector256<uint>> schedule = stackalloc Vector256<uint>[64];
        for (var done = 0; done < codes.Length; done += Sha256Lanes.Lanes)
        {
            var lanes = codes[done..Math.Min(done + Sha256Lanes.Lanes, codes.Length)];
            Load(blocks[(done * Sha256Lanes.BlockBytes)..], lanes.Length, schedule);
            Start(inner, state);
            Sha256Lanes.Compress(state, schedule);
            LoadDigest(state, schedule);
            Start(outer, state);
            Sha256Lanes.Compress(state, schedule);
            Store(state, lanes);
        }

        CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(schedule));
    }

    private static uint[] StateAfter(ReadOnlySpan<byte> key, byte pad)
    {
        Span<byte> block = stackalloc byte[Sha256Lanes.BlockBytes];
        block.Fill(pad);
        for (var i = 0; i < key.Length; i++)
            block[i] ^= key[i];
        Span<Vector256<uint>> state = stackalloc Vector256<uint>[Sha256Lanes.StateWords];
        Span<Vector256<uint>> schedule = stackalloc Vector256<uint>[64];
        Load(block, 1, schedule);
        Start(Sha256Lanes.Initial, state);
        Sha256Lanes.Compress(state, schedule);
        var words = new uint[Sha256Lanes.StateWords];
        for (var i = 0; i < words.Length; i++)
            words[i] = state[i][0];
        return words;
    }

    private static void Start(uint[] words, Span<Vector256<uint>> state)
    {
        for (var i = 0; i < words.Length; i++)
            state[i] = Vector256.Create(words[i]);
    }

    /// <summary>Turns blocks into words of all lanes; lanes without a block repeat the last one.</summary>
    private static void Load(ReadOnlySpan<byte> blocks, int lanes, Span<Vector256<uint>> schedule)
    {
        var words = MemoryMarshal.Cast<byte, uint>(blocks);
        int last = lanes - 1, b = At(1, last), c = At(2, last), d = At(3, last), e = At(4, last), f = At(5, last), g = At(6, last),
            h = At(7, last);
        for (var i = 0; i < BlockWords; i++)
        {
            var row = words[i..];
            schedule[i] = BigEndian(Vector256.Create(row[0], row[b], row[c], row[d], row[e], row[f], row[g], row[h]));
        }
    }

    private static int At(int lane, int last) => Math.Min(lane, last) * BlockWords;

    private static Vector256<uint> BigEndian(Vector256<uint> words) =>
        BitConverter.IsLittleEndian ? Vector256.Shuffle(words.AsByte(), Reversed).AsUInt32() : words;

    /// <summary>The inner digest as the outer hash's message: 32 bytes, padding, and the length with the key's block, 768 bits.</summary>
    private static void LoadDigest(ReadOnlySpan<Vector256<uint>> digest, Span<Vector256<uint>> schedule)
    {
        digest.CopyTo(schedule);
        schedule[8] = Vector256.Create(0x80000000u);
        schedule[9..15].Clear();
        schedule[15] = Vector256.Create(768u);
    }

    private static void Store(ReadOnlySpan<Vector256<uint>> state, Span<UInt128> codes)
    {
        for (var lane = 0; lane < codes.Length; lane++)
        {
            var upper = ((ulong)state[0][lane] << 32) | state[1][lane];
            var lower = ((ulong)state[2][lane] << 32) | state[3][lane];
            codes[lane] = new UInt128(upper, lower);
        }
    }
}
