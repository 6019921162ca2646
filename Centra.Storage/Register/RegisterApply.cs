namespace Centra.Storage;

/// <summary>Writes an operation's rows; epochs and checkpoints change the head only. Live operations and replayed ones share this path.</summary>
public static class RegisterApply
{
    /// <summary>Applies one operation.</summary>
    /// <param name="session">An exclusive transaction.</param>
    /// <param name="operation">What to apply.</param>
    /// <param name="receipt">The receipt of an opt-out; empty for the others.</param>
    public static Task ApplyAsync(DbSession session, RegisterOperation operation, string receipt) => operation.Body switch
    {
        OptOutEntered entered => EnterAsync(session, operation, entered, receipt),
        OptOutsWithdrawn withdrawn => WithdrawAsync(session, operation, withdrawn),
        TokensAdded added => AddAsync(session, operation.Sequence, added.Ordinal, added.Tokens),
        PatientExempted exempted => ExemptAsync(session, operation, exempted),
        EpochBegun or EpochSwitched or AuditCheckpoint => Task.CompletedTask,
        _ => throw new InvalidOperationException($"Nothing applies {operation.Body.GetType().Name}."),
    };

    private static async Task EnterAsync(DbSession session, RegisterOperation operation, OptOutEntered entered, string receipt)
    {
        await session.ExecuteAsync(
            "insert into opt_out (ordinal, opt_out_id, practice_id, form_date, received_at, enforced_at, asked_by, form_sha256, reference, "
            + "rules_version, sequence, comparators, token_set, receipt) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
            entered.Ordinal, entered.OptOutId, entered.PracticeId, entered.FormDate, entered.ReceivedAt, operation.At, entered.AskedBy,
            entered.FormSha256, entered.Reference, entered.RulesVersion, operation.Sequence, entered.Comparators, entered.TokenSet, receipt);
        await AddAsync(session, operation.Sequence, entered.Ordinal, entered.Tokens);
    }

    private static async Task AddAsync(DbSession session, long sequence, long ordinal, IReadOnlyList<EpochTokens> epochs)
    {
        foreach (var epoch in epochs)
        {
            var tokens = epoch.Tokens.Chunk(Key128.Size).ToArray();
            await Bulk.ExecuteAsync(session,
                "insert into opt_out_token (token, ordinal, epoch, sequence) values ($1, $2, $3, $4) on conflict do nothing",
                "insert into opt_out_token (token, ordinal, epoch, sequence) select * from unnest($1::bytea[], $2::bigint[], $3::bigint[], $4::bigint[]) on conflict do nothing",
                tokens, Same(ordinal, tokens.Length), Same(epoch.Epoch, tokens.Length), Same(sequence, tokens.Length));
        }
    }

    private static Task WithdrawAsync(DbSession session, RegisterOperation operation, OptOutsWithdrawn withdrawn) => Bulk.ExecuteAsync(session,
        "update opt_out set withdrawn_by = $2 where ordinal = $1 and withdrawn_by is null",
        "update opt_out set withdrawn_by = w.by from unnest($1::bigint[], $2::bigint[]) as w(ordinal, by) where opt_out.ordinal = w.ordinal and withdrawn_by is null",
        withdrawn.Ordinals.ToArray(), Same(operation.Sequence, withdrawn.Ordinals.Count));

    private static Task ExemptAsync(DbSession session, RegisterOperation operation, PatientExempted exempted) => session.ExecuteAsync(
        "insert into exemption (patient, ordinal, identity, sequence) values ($1, $2, $3, $4) "
        + "on conflict (patient, ordinal) do update set identity = excluded.identity, sequence = excluded.sequence",
        exempted.Patient, exempted.Ordinal, exempted.Identity, operation.Sequence);

    private static long[] Same(long value, int count)
    {
        var values = new long[count];
        Array.Fill(values, value);
        return values;
    }
}
