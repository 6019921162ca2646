namespace Centra.Storage;

/// <summary>The last operation of the register. Every answer about a person names the head that it holds for.</summary>
public sealed record RegisterHead(long Sequence, byte[] Digest)
{
    /// <summary>The head of a register without operations.</summary>
    public static RegisterHead Empty { get; } = new(0, new byte[32]);

    /// <summary>Reads the head.</summary>
    public static async Task<RegisterHead> ReadAsync(DbSession session) =>
        await session.FindAsync("select sequence, digest from register_head where one = 1",
            row => new RegisterHead(row.GetInt64(0), row.GetFieldValue<byte[]>(1))) ?? Empty;

    internal Task SaveAsync(DbSession session) => session.ExecuteAsync(
        "insert into register_head (one, sequence, digest) values (1, $1, $2) "
        + "on conflict (one) do update set sequence = excluded.sequence, digest = excluded.digest", Sequence, Digest);
}
