namespace Centra.Storage;

/// <summary>The journal in a database other than the vault's, for a cluster whose silos share no folder.</summary>
public sealed class DatabaseJournal(IDatabase database) : IJournal
{
    private const int Chunk = 500;

    /// <inheritdoc/>
    public async Task OpenAsync(string registerId, bool mayCreate)
    {
        var found = await FindAsync();
        if (found is null && !mayCreate)
            throw new JournalException("The journal database is empty. Restore it; without it nobody can tell which opt-outs the database has lost.");
        // Another silo may begin it at the same time.
        if (found is null)
            await database.WriteAsync(Fence.None, session => session.ExecuteAsync("insert into journal_header (one, register_id) values (1, $1) on conflict do nothing", registerId));
        if ((found ?? await FindAsync()) != registerId)
            throw new JournalException("The journal database belongs to another register.");
    }

    private Task<string?> FindAsync() =>
        database.ReadAsync(session => session.FindAsync("select register_id from journal_header where one = 1", row => row.GetString(0)));

    /// <inheritdoc/>
    public Task<long> HeadAsync() => database.ReadAsync(session => session.NumberAsync("select max(sequence) from journal_line"));

    /// <inheritdoc/>
    public Task AppendAsync(IReadOnlyList<JournalLine> lines) => database.WriteAsync(Fence.None, async session =>
    {
        var head = await session.NumberAsync("select max(sequence) from journal_line");
        if (lines[0].Sequence != head + 1)
            throw new JournalException($"Operation {lines[0].Sequence} does not follow the journal's head {head}.");
        return await Bulk.ExecuteAsync(session,
            "insert into journal_line (sequence, box) values ($1, $2)",
            "insert into journal_line (sequence, box) select * from unnest($1::bigint[], $2::bytea[])",
            lines.Select(line => line.Sequence).ToArray(), lines.Select(line => line.Box).ToArray());
    });

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalLine> ReadAsync(long above)
    {
        while (await database.ReadAsync(session => session.QueryAsync(
            "select sequence, box from journal_line where sequence > $1 order by sequence limit $2",
            row => new JournalLine(row.GetInt64(0), row.GetFieldValue<byte[]>(1)), above, (long)Chunk)) is { Count: > 0 } lines)
        {
            foreach (var line in lines)
                yield return line;
            above = lines[^1].Sequence;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => database.DisposeAsync();
}
