namespace Centra.Storage;

/// <summary>What is true of a register for its whole life: its id, its shards, checks of its keys and its normaliser.</summary>
public static class RegisterFacts
{
    /// <summary>The random id that the journal and the snapshots carry too.</summary>
    public const string Id = "register id";

    /// <summary>How many leading bits of a token choose its shard.</summary>
    public const string ShardBits = "shard bits";

    /// <summary>One-way check values of the keys.</summary>
    public const string KeyChecks = "key checks";

    /// <summary>What the normaliser and the keys of an epoch make of fixed people: must never change.</summary>
    public static string Golden(int epoch) => $"golden tokens {epoch}";

    /// <summary>That nothing is left of epochs before this one, which alone is in force: none of theirs is written any more.</summary>
    public static string Rekeyed(int epoch) => $"rekeyed {epoch}";

    /// <summary>A fact, or null.</summary>
    public static Task<byte[]?> FindAsync(DbSession session, string name) =>
        session.FindAsync("select value from register_fact where name = $1", row => row.GetFieldValue<byte[]>(0), name);

    /// <summary>Keeps a fact if there is none yet; what then stands.</summary>
    public static async Task<byte[]> KeepAsync(DbSession session, string name, byte[] value)
    {
        await session.ExecuteAsync("insert into register_fact (name, value) values ($1, $2) on conflict (name) do nothing", name, value);
        return (await FindAsync(session, name))!;
    }
}
