using System.Security.Cryptography;
using System.Text;
using Centra.Practices;

namespace Centra.Api.Security;

/// <summary>
/// API keys as text: <c>ck.PRACTICE.KEY.SECRET</c>. The practice and the key say which grain to ask, the secret is 32 random bytes;
/// the service keeps its SHA-256 only.
/// </summary>
internal sealed record ApiKeys(string PracticeId, string KeyId, string SecretSha256, string Text)
{
    /// <summary>What every key begins with.</summary>
    public const string Prefix = "ck.";

    /// <summary>A new key.</summary>
    public static ApiKeys New(string practiceId, IdSource ids)
    {
        var keyId = ids.NewId("key");
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return new ApiKeys(practiceId, keyId, HashOf(secret), $"{Prefix}{practiceId}.{keyId}.{secret}");
    }

    /// <summary>A presented key, or null where it is not one.</summary>
    public static ApiKeys? Parse(string text)
    {
        var parts = text.Split('.');
        return parts is ["ck", { Length: > 0 and < 100 } practice, { Length: > 0 and < 100 } key, { Length: 64 } secret]
            ? new ApiKeys(practice, key, HashOf(secret), text)
            : null;
    }

    /// <summary>Scopes by their names; None where one is unknown.</summary>
    public static KeyScopes ScopesOf(string[]? names)
    {
        var scopes = KeyScopes.None;
        foreach (var name in names ?? [])
        {
            switch (name)
            {
                case "ingest": scopes |= KeyScopes.Ingest; break;
                case "screen": scopes |= KeyScopes.Screen; break;
                case "opt-out": scopes |= KeyScopes.OptOut; break;
                case "read": scopes |= KeyScopes.Read; break;
                default: return KeyScopes.None;
            }
        }
        return scopes;
    }

    /// <summary>The name of one scope.</summary>
    public static string NameOf(KeyScopes scope) => scope switch
    {
        KeyScopes.Ingest => "ingest",
        KeyScopes.Screen => "screen",
        KeyScopes.OptOut => "opt-out",
        KeyScopes.Read => "read",
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };

    /// <summary>Only which key.</summary>
    public override string ToString() => $"key:{PracticeId}/{KeyId}";

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));
}
