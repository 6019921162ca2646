namespace Centra.Storage;

/// <summary>Tokens of opt-outs, for shards and for the check inside a fenced transaction.</summary>
public static class RegisterTokens
{
    /// <summary>Tokens that were written above a sequence.</summary>
    public static Task<List<RegisterToken>> AboveAsync(DbSession session, long sequence) => session.QueryAsync(
        "select token, ordinal from opt_out_token where sequence > $1",
        row => new RegisterToken(Key128.From(row.GetFieldValue<byte[]>(0)), row.GetInt64(1)), sequence);

    /// <summary>Every token from one on and below another (null: to the end), streamed.</summary>
    public static async Task EachAsync(DbSession session, byte[] from, byte[]? to, Action<RegisterToken> use)
    {
        const string sql = "select token, ordinal from opt_out_token where token >= $1";
        var command = to is null ? session.Command(sql, from) : session.Command(sql + " and token < $2", from, to);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            use(new RegisterToken(Key128.From(reader.GetFieldValue<byte[]>(0)), reader.GetInt64(1)));
    }

    /// <summary>Ordinals of opt-outs that hold any of these tokens, straight from the database.</summary>
    public static async Task<List<long>> OrdinalsAsync(DbSession session, IEnumerable<byte[]> tokens)
    {
        var rows = await Bulk.QueryAsync(session,
            "select ordinal from opt_out_token where token = $1",
            "select distinct ordinal from opt_out_token where token = any($1)",
            tokens.ToArray(), row => row.GetInt64(0));
        return [.. rows.Distinct().Order()];
    }
}

/// <summary>A token and the ordinal of an opt-out that holds it.</summary>
public readonly record struct RegisterToken(Key128 Token, long Ordinal);
