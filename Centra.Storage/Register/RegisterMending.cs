namespace Centra.Storage;

/// <summary>Completes whichever of database and journal is behind from the other, after checking that they are of one history.</summary>
internal static class RegisterMending
{
    private const int Chunk = 500;

    public static async Task<int> RunAsync(IDatabase vault, IJournal journal, JournalCipher cipher, Func<DbSession, RegisterOperation, Task> afterReplay)
    {
        var head = await vault.ReadAsync(RegisterHead.ReadAsync);
        var journaled = await journal.HeadAsync();
        await CheckAsync(vault, journal, cipher, Math.Min(head.Sequence, journaled));
        if (journaled < head.Sequence)
            await CompleteJournalAsync(vault, journal, journaled);
        var replayed = 0;
        if (journaled > head.Sequence)
        {
            await foreach (var line in journal.ReadAsync(head.Sequence))
                replayed += await ReplayAsync(vault, cipher, line, afterReplay);
        }
        return replayed;
    }

    // The last operation that both have must be the same one; with chained digests, so is everything before it.
    private static async Task CheckAsync(IDatabase vault, IJournal journal, JournalCipher cipher, long common)
    {
        if (common == 0)
            return;
        await using var lines = journal.ReadAsync(common - 1).GetAsyncEnumerator();
        if (!await lines.MoveNextAsync() || lines.Current.Sequence != common)
            throw new JournalException($"The journal lacks operation {common}.");
        var operation = cipher.Open(lines.Current).Operation;
        var (before, after) = await vault.ReadAsync(async session =>
            (await RegisterHead.DigestAtAsync(session, common - 1), await RegisterHead.DigestAtAsync(session, common)));
        if (before is null || after is null || !RegisterOperation.Digest(before, operation).AsSpan().SequenceEqual(after))
            throw new JournalException($"Operation {common} of the journal is not the one in the database: they are not of one history.");
    }

    private static async Task CompleteJournalAsync(IDatabase vault, IJournal journal, long above)
    {
        while (await vault.ReadAsync(session => RegisterRows.LinesAsync(session, above, Chunk)) is { Count: > 0 } lines)
        {
            await journal.AppendAsync(lines);
            above = lines[^1].Sequence;
        }
    }

    private static Task<int> ReplayAsync(IDatabase vault, JournalCipher cipher, JournalLine line, Func<DbSession, RegisterOperation, Task> afterReplay) =>
        vault.WriteAsync(Fence.Exclusive, async session =>
        {
            var head = await RegisterHead.ReadAsync(session);
            if (head.Sequence >= line.Sequence)
                return 0;
            if (head.Sequence != line.Sequence - 1)
                throw new JournalException($"The journal lacks operation {head.Sequence + 1}.");
            var (bytes, receipt) = cipher.Open(line);
            var operation = RegisterOperation.Read(bytes);
            var next = head.After(operation, RegisterOperation.Digest(head.Digest, bytes));
            await RegisterRows.WriteAsync(session, operation, receipt, next, line);
            await afterReplay(session, operation);
            return 1;
        });
}
