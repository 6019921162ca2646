using System.Security.Cryptography;
using System.Text;
using Orleans;

namespace Centra;

/// <summary>What makes a repeated command recognisable: derived from the caller and the <c>Idempotency-Key</c>.</summary>
/// <param name="Value">The id.</param>
[GenerateSerializer, Immutable, Alias("centra.command-id")]
public readonly record struct CommandId([property: Id(0)] Guid Value)
{
    /// <summary>The same id for the same caller, kind of command and key, a different one for any other.</summary>
    public static CommandId From(string caller, string command, string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{caller}\n{command}\n{key}"));
        return new CommandId(new Guid(hash.AsSpan(0, 16)));
    }
}
