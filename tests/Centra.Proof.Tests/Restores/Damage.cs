namespace Centra.Proof.Restores;

/// <summary>What happens to files.</summary>
internal static class Damage
{
    /// <summary>Flips a bit in the middle.</summary>
    public static async Task FlipAsync(string path)
    {
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
    }

    /// <summary>Cuts bytes off the end.</summary>
    public static void Cut(string path, int bytes)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write);
        file.SetLength(file.Length - bytes);
    }
}
