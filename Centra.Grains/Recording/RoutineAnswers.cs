using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Centra.Recording;

/// <summary>
/// The answers of routine commands, small: of each digests of its id and its content, when it was, and which of a few answers it got; the newest first. Some twenty bytes
/// each, so that hundreds of them are no more to write than a few commands with all their words.
/// </summary>
public sealed record RoutineAnswers
{
    /// <summary>How many are kept at the most, for as long as other commands at the longest.</summary>
    public const int Most = 256;

    // Those that differ from one another are what takes room.
    private const int MostTexts = 32;
    private const int Digest = 8;
    private const int Time = 2 * Digest;
    private const int Width = Time + sizeof(uint) + 1;

    /// <summary>The answers, as JSON.</summary>
    public string[]? Texts { get; init; }

    /// <summary>The commands.</summary>
    public byte[]? Packed { get; init; }

    /// <summary>Those that are kept beside a new one.</summary>
    public static RoutineAnswers With(RoutineAnswers? former, AnsweredCommand answered, TimeSpan kept)
    {
        var (texts, packed, since) = (new List<string>(), new MemoryStream(Most * Width), Seconds(answered.At - kept));
        Append(texts, packed, Pack(answered), answered.Answer);
        for (var at = 0; at < former?.Packed?.Length && packed.Length < Most * Width; at += Width)
        {
            var entry = former.Packed.AsSpan(at, Width);
            if (BinaryPrimitives.ReadUInt32LittleEndian(entry[Time..]) < since || !Append(texts, packed, entry, former.Texts![entry[^1]]))
                break;
        }
        return new RoutineAnswers { Texts = [.. texts], Packed = packed.ToArray() };
    }

    /// <summary>The answer to a command, and whether it was the same command; null: it is not among them.</summary>
    public (bool IsSame, string Answer)? Find(Guid id, string content)
    {
        var digest = DigestOf(id);
        for (var at = 0; at < Packed?.Length; at += Width)
        {
            var entry = Packed.AsSpan(at, Width);
            if (entry[..Digest].SequenceEqual(digest))
                return (entry[Digest..Time].SequenceEqual(DigestOf(content)), Texts![entry[^1]]);
        }
        return null;
    }

    private static bool Append(List<string> texts, MemoryStream packed, ReadOnlySpan<byte> entry, string text)
    {
        var index = texts.IndexOf(text);
        if (index < 0 && texts.Count == MostTexts)
            return false;
        if (index < 0)
        {
            index = texts.Count;
            texts.Add(text);
        }
        packed.Write(entry[..^1]);
        packed.WriteByte((byte)index);
        return true;
    }

    private static byte[] Pack(AnsweredCommand answered)
    {
        var entry = new byte[Width];
        DigestOf(answered.Id).CopyTo(entry);
        DigestOf(answered.Content).CopyTo(entry.AsSpan(Digest..));
        BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(Time), Seconds(answered.At));
        return entry;
    }

    private static uint Seconds(DateTimeOffset at) => (uint)Math.Max(0, at.ToUnixTimeSeconds());

    // Not its first bytes: those of ids may be much alike.
    private static ReadOnlySpan<byte> DigestOf(Guid id) => SHA256.HashData(id.ToByteArray()).AsSpan(..Digest);

    private static ReadOnlySpan<byte> DigestOf(string content) => SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(..Digest);
}
