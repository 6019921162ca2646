using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Centra.Storage;

/// <summary>Gives a new register its id and its number of shards; reads those of an old one.</summary>
internal static class RegisterOpening
{
    public static Task<(string RegisterId, int ShardBits)> OpenAsync(IDatabase vault, int shardBits) => vault.WriteAsync(Fence.None, async session =>
    {
        var id = await RegisterFacts.KeepAsync(session, RegisterFacts.Id, Encoding.UTF8.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))));
        var bits = await RegisterFacts.KeepAsync(session, RegisterFacts.ShardBits, Encoding.UTF8.GetBytes(shardBits.ToString(CultureInfo.InvariantCulture)));
        return (Encoding.UTF8.GetString(id), int.Parse(bits, CultureInfo.InvariantCulture));
    });
}
