using System.Buffers.Binary;

namespace Centra.Synthetic;

/// <summary>
/// A random stream of its own for every seed and number (SplitMix64). <see cref="Random"/> with a seed keeps 31 bits of it, and among a
/// million people some would then be the same.
/// </summary>
internal sealed class PersonalRandom(int seed, int number) : Random
{
    private ulong state = Mixed(((ulong)(uint)seed << 32) | (uint)number);

    public override int Next(int maxValue) => (int)(NextDouble() * maxValue);

    public override int Next(int minValue, int maxValue) => minValue + (int)(NextDouble() * ((long)maxValue - minValue));

    public override double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    public override void NextBytes(Span<byte> buffer)
    {
        Span<byte> bits = stackalloc byte[8];
        for (; !buffer.IsEmpty; buffer = buffer[Math.Min(8, buffer.Length)..])
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bits, NextBits());
            bits[..Math.Min(8, buffer.Length)].CopyTo(buffer);
        }
    }

    private ulong NextBits() => Mixed(state += 0x9E3779B97F4A7C15UL);

    private static ulong Mixed(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9UL;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBUL;
        return bits ^ (bits >> 31);
    }
}
