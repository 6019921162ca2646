using System.Security.Cryptography;

namespace Centra.Gate;

/// <summary>Ids of register operations that no client's command stands behind.</summary>
public static class OperationIds
{
    /// <summary>A random one.</summary>
    public static Guid New() => new(RandomNumberGenerator.GetBytes(16));
}
