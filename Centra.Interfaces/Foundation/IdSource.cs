using System.Security.Cryptography;

namespace Centra;

/// <summary>Where new ids come from. Injected, so that a test can know them beforehand.</summary>
public class IdSource
{
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>Random bytes.</summary>
    public virtual byte[] Bytes(int count) => RandomNumberGenerator.GetBytes(count);

    /// <summary>A new command id, for a client that sent none.</summary>
    public CommandId NewCommandId() => new(new Guid(Bytes(16)));

    /// <summary>A new readable id: a prefix and 20 letters (100 bits), without letters that are mistaken for others.</summary>
    public string NewId(string prefix)
    {
        var bytes = Bytes(20);
        return string.Create(prefix.Length + 1 + bytes.Length, (prefix, bytes), static (text, from) =>
        {
            from.prefix.CopyTo(text);
            text[from.prefix.Length] = '-';
            for (var i = 0; i < from.bytes.Length; i++)
                text[from.prefix.Length + 1 + i] = Letters[from.bytes[i] & 31];
        });
    }
}
