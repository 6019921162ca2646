using Centra.Storage;

namespace Centra.Api.Portal;

/// <summary>How far the trail is signed.</summary>
/// <param name="Streams">Streams that a signed checkpoint names.</param>
/// <param name="Grown">Streams with events after the checkpoint that names them, or that none names yet.</param>
/// <param name="Broken">Streams whose signed event is not in the trail as it was signed.</param>
/// <param name="Register">The register's last operation; checkpoints stand in its journal.</param>
/// <param name="SignedAt">When it was last looked whether something is to be signed; null: not yet.</param>
public sealed record AuditStanding(long Streams, long Grown, long Broken, long Register, DateTimeOffset? SignedAt)
{
    internal static async Task<AuditStanding> ReadAsync(ReadStore read, Vault vault)
    {
        var head = await vault.Database.ReadAsync(RegisterHead.ReadAsync);
        return await read.Database.ReadAsync(async session =>
        {
            var streams = await session.NumberAsync("select count(*) from audit_head");
            var grown = await GrownStreams.CountAsync(session);
            var broken = await session.NumberAsync("select count(*) from audit_head h left join event e on e.stream = h.stream and e.position = h.position where e.hash is null or e.hash <> h.hash");
            var at = await GrownStreams.CheckedAtAsync(session);
            return new AuditStanding(streams, grown, broken, head.Sequence, at == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(at));
        });
    }
}
