using System.Security.Cryptography;
using System.Text;

namespace Centra.Cli.Server;

/// <summary>API keys as text. Only their public part is ever shown or kept.</summary>
internal static class KeyText
{
    /// <summary>Practice and key id of a practice's key; of any other, a digest.</summary>
    public static string PublicPart(string key) => key.Split('.') is ["ck", var practice, var id, _]
        ? $"ck.{practice}.{id}"
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16];

    /// <summary>Whether it could be sent at all: a header takes visible ASCII only.</summary>
    public static bool IsUsable(string key) => key.Length > 0 && key.All(letter => letter is > ' ' and < '\x7f');

    /// <summary>A message without any key that stands among the arguments.</summary>
    public static string Hide(string message, string[] args)
    {
        foreach (var key in args.Where(argument => argument.Contains("ck.", StringComparison.Ordinal)).OrderByDescending(argument => argument.Length))
            message = message.Replace(key, "[key]", StringComparison.Ordinal);
        return message;
    }
}
