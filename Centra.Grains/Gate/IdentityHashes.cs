using System.Text.Json;
using Centra.Matching;
using Centra.Storage;

namespace Centra.Gate;

/// <summary>The hash of an identity that an exemption holds for: it ends when the identity changes.</summary>
public static class IdentityHashes
{
    /// <summary>A keyed hash of the normalised identity.</summary>
    public static Key128 Of(IdHashes hashes, NormalIdentity identity) => hashes.Content(JsonSerializer.SerializeToUtf8Bytes(identity.AsIdentity()));
}
