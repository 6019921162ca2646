namespace Centra.Storage;

/// <summary>
/// What is about to be named, so that no sweep removes it meanwhile: a content before it gets its name in the store, a document before it is attached. Each
/// claim and each removal is one row that only one of them can have. A claim that comes first holds for thirty days, by when what was built of it is recorded, or
/// never; one that comes during a removal waits for its end, and the content is put there anew.
/// </summary>
public sealed class FileClaims(IDatabase read, TimeProvider clock)
{
    private const string Claim = "insert into file_claim (name, at, removing_until) values ($1, $2, 0) "
        + "on conflict (name) do update set at = excluded.at, removing_until = 0 where file_claim.removing_until <= excluded.at";

    private const string Begin = "insert into file_claim (name, at, removing_until) values ($1, 0, $2) "
        + "on conflict (name) do update set removing_until = excluded.removing_until where file_claim.at <= $3 and file_claim.removing_until <= $4";

    /// <summary>How long a claim holds.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromDays(30);

    // A removal takes a bucket half a minute at the most; one that a crash cut off keeps nobody for longer than this.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Claims; from when this returns nothing removes it.</summary>
    /// <exception cref="StorageUnavailableException">It is being removed.</exception>
    public async Task ClaimAsync(string name)
    {
        var begun = clock.GetTimestamp();
        while (await read.ExecuteAsync(Claim, name, Now) == 0)
            await (clock.GetElapsedTime(begun) < Patience ? Task.Delay(Pause, clock) : throw new StorageUnavailableException("The same content is just being removed. Send it again in two minutes."));
    }

    /// <summary>
    /// Begins a removal, inside the write that looks whether anything names it, as its first statement. Null: it is claimed, or another removes it.
    /// </summary>
    public async Task<FileRemoval?> BeginAsync(DbSession session, string name)
    {
        var until = clock.GetUtcNow() + Lease;
        var begun = await session.ExecuteAsync(Begin, name, until.ToUnixTimeMilliseconds(), Now - (long)Holds.TotalMilliseconds, Now) > 0;
        return begun ? new FileRemoval(name, until) : null;
    }

    /// <summary>Whether as much is left of a removal's time as removing may take.</summary>
    public bool HasTime(FileRemoval removal) => clock.GetUtcNow() < removal.Until - (Lease / 2);

    /// <summary>Ends a removal: whoever waits takes it up.</summary>
    public static Task<int> EndAsync(DbSession session, FileRemoval removal) =>
        session.ExecuteAsync("delete from file_claim where name = $1 and removing_until = $2", removal.Name, removal.Until.ToUnixTimeMilliseconds());

    /// <summary>Forgets claims that hold no longer.</summary>
    public Task<int> ForgetAsync() => read.ExecuteAsync("delete from file_claim where at <= $1 and removing_until <= $2", Now - (long)Holds.TotalMilliseconds, Now);
}

/// <summary>A removal under way.</summary>
/// <param name="Name">Of what.</param>
/// <param name="Until">Until when nobody else takes it up.</param>
public sealed record FileRemoval(string Name, DateTimeOffset Until);
