using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Centra.Storage;

/// <summary>Signs checkpoints with the key of receipts, so that somebody who can write to the files but lacks the key cannot make one.</summary>
public static class CheckpointSignature
{
    /// <summary>A checkpoint over heads.</summary>
    public static AuditCheckpoint Sign(KeyRing ring, DateTimeOffset at, IReadOnlyList<StreamHead> heads)
    {
        using var key = KeyOf(ring);
        var milliseconds = at.ToUnixTimeMilliseconds();
        return new AuditCheckpoint(milliseconds, heads, key.SignData(Text(milliseconds, heads), HashAlgorithmName.SHA256));
    }

    /// <summary>Whether a checkpoint was signed by this installation.</summary>
    public static bool IsGenuine(KeyRing ring, AuditCheckpoint checkpoint)
    {
        using var key = KeyOf(ring);
        return key.VerifyData(Text(checkpoint.SignedAt, checkpoint.Heads), checkpoint.Signature, HashAlgorithmName.SHA256);
    }

    private static ECDsa KeyOf(KeyRing ring)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(ring.Receipts, out _);
        return key;
    }

    private static byte[] Text(long at, IReadOnlyList<StreamHead> heads)
    {
        var text = new StringBuilder("centra audit checkpoint 1\n").Append(CultureInfo.InvariantCulture, $"{at}\n");
        foreach (var head in heads)
            text.Append(CultureInfo.InvariantCulture, $"{head.Position} {head.Hash} {head.Stream}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
