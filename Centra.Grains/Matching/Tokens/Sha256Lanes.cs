using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Centra.Matching;

/// <summary>
/// The compression function of SHA-256 (FIPS 180-4) over eight independent messages at once. The platform's SHA-256 costs more in
/// call overhead than in hashing for messages of one block; a person is some forty such messages. Tests hold it to the platform's.
/// </summary>
internal static class Sha256Lanes
{
    public const int Lanes = 8;
    public const int BlockBytes = 64;
    public const int StateWords = 8;

    private static readonly uint[] Round = RoundConstants.OfCubeRoots(64);

    public static readonly uint[] Initial = RoundConstants.OfSquareRoots(StateWords);

    /// <summary>Mixes one block a lane into the lanes' states.</summary>
    /// <param name="state">Eight words, each holding that word of every lane.</param>
    /// <param name="schedule">The sixteen words of the blocks, and room for forty-eight more.</param>
    public static void Compress(Span<Vector256<uint>> state, Span<Vector256<uint>> schedule)
    {
        Expand(schedule);
        Vector256<uint> a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
        for (var i = 0; i < 64; i++)
        {
            var choice = g ^ (e & (f ^ g));
            var first = h + BigSigma1(e) + choice + Vector256.Create(Round[i]) + schedule[i];
            var majority = (a & b) | (c & (a | b));
            var second = BigSigma0(a) + majority;
            (h, g, f, e, d, c, b, a) = (g, f, e, d + first, c, b, a, first + second);
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    private static void Expand(Span<Vector256<uint>> w)
    {
        for (var i = 16; i < 64; i++)
            w[i] = w[i - 16] + SmallSigma0(w[i - 15]) + w[i - 7] + SmallSigma1(w[i - 2]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Rotate(Vector256<uint> x, [ConstantExpected] byte bits) =>
        Avx512F.VL.IsSupported ? Avx512F.VL.RotateRight(x, bits) : (x >>> bits) | (x << (32 - bits));

    private static Vector256<uint> BigSigma0(Vector256<uint> x) => Rotate(x, 2) ^ Rotate(x, 13) ^ Rotate(x, 22);

    private static Vector256<uint> BigSigma1(Vector256<uint> x) => Rotate(x, 6) ^ Rotate(x, 11) ^ Rotate(x, 25);

    private static Vector256<uint> SmallSigma0(Vector256<uint> x) => Rotate(x, 7) ^ Rotate(x, 18) ^ (x >>> 3);

    private static Vector256<uint> SmallSigma1(Vector256<uint> x) => Rotate(x, 17) ^ Rotate(x, 19) ^ (x >>> 10);
}
