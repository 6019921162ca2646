using System.Globalization;
using Centra.Storage;

namespace Centra.Rekeying;

/// <summary>The rows that re-keying touches.</summary>
internal static class RekeyingRows
{
    internal const string SurplusTokens = "select token, ordinal from opt_out_token where token >= $1 and epoch < $2 order by token limit $3";
    internal const string SurplusPatients =
        "select patient_no, tokens, epochs from patient where patient_no > $1 and tokens is not null and epochs <> $2 order by patient_no limit $3";

    /// <summary>Opt-outs and patients that lack tokens of an epoch.</summary>
    public static async Task<long> LackingAsync(DbSession session, int epoch) =>
        Math.Max(0, await session.NumberAsync("select count(*) from opt_out_token where epoch = $1", (long)(epoch - 1))
            - await session.NumberAsync("select count(*) from opt_out_token where epoch = $1", (long)epoch))
        + await session.NumberAsync("select count(*) from patient where tokens is not null and epochs not in ($1, $2)", Both(epoch), One(epoch));

    /// <summary>Tokens and patients that still have tokens of an earlier epoch.</summary>
    public static async Task<long> SurplusAsync(DbSession session, int epoch) =>
        await session.NumberAsync("select count(*) from opt_out_token where epoch < $1", (long)epoch)
        + await session.NumberAsync("select count(*) from patient where tokens is not null and epochs <> $1", One(epoch));

    /// <summary>Gives the tokens of opt-outs above an ordinal their successors; the last ordinal it did, or null behind the last opt-out.</summary>
    public static async Task<long?> AddTokensAsync(DbSession session, Func<byte[], byte[]> next, int from, int to, long after, int most)
    {
        var rows = await session.QueryAsync(
            "select token, ordinal, sequence from opt_out_token where epoch = $1 and ordinal > $2 and ordinal <= $3",
            row => (Token: row.GetFieldValue<byte[]>(0), Ordinal: row.GetInt64(1), Sequence: row.GetInt64(2)), (long)from, after, after + most);
        await Bulk.ExecuteAsync(session,
            "insert into opt_out_token (token, ordinal, epoch, sequence) values ($1, $2, $3, $4) on conflict do nothing",
            "insert into opt_out_token (token, ordinal, epoch, sequence) select * from unnest($1::bytea[], $2::bigint[], $3::bigint[], $4::bigint[]) on conflict do nothing",
            rows.Select(row => next(row.Token)).ToArray(), rows.Select(row => row.Ordinal).ToArray(), rows.Select(_ => (long)to).ToArray(), rows.Select(row => row.Sequence).ToArray());
        return after + most < await OptOuts.LastOrdinalAsync(session) ? after + most : null;
    }

    /// <summary>Gives the tokens of patients above a number their successors; the last number it did, or null behind the last patient.</summary>
    public static async Task<long?> AddPatientsAsync(DbSession session, Func<byte[], byte[]> next, int epoch, long after, int most)
    {
        var rows = await session.QueryAsync(
            "select patient_no, tokens, epochs from patient where patient_no > $1 and tokens is not null order by patient_no limit $2",
            row => (Number: row.GetInt64(0), Tokens: row.GetFieldValue<byte[]>(1), Epochs: row.GetString(2)), after, (long)most);
        foreach (var (number, tokens, _) in rows.Where(row => row.Epochs != Both(epoch) && row.Epochs != One(epoch)))
        {
            byte[] added = [.. tokens.Chunk(Key128.Size).SelectMany(next)];
            await PatientTokens.AddAsync(session, [(number, added)]);
            await SaveAsync(session, number, [.. tokens, .. added], Both(epoch));
        }
        return rows.Count == most ? rows[^1].Number : null;
    }

    /// <summary>Some of the earlier epochs' tokens of opt-outs, from a token on.</summary>
    public static Task<List<RegisterToken>> SurplusAsync(DbSession session, int epoch, byte[] from, int most) => session.QueryAsync(
        SurplusTokens, row => new RegisterToken(Key128.From(row.GetFieldValue<byte[]>(0)), row.GetInt64(1)), from, (long)epoch, (long)most);

    /// <summary>Removes tokens of opt-outs.</summary>
    public static Task<int> RemoveTokensAsync(DbSession session, List<RegisterToken> tokens) => Bulk.ExecuteAsync(session,
        "delete from opt_out_token where token = $1 and ordinal = $2",
        "delete from opt_out_token t using unnest($1::bytea[], $2::bigint[]) as gone(token, ordinal) where t.token = gone.token and t.ordinal = gone.ordinal",
        tokens.Select(row => row.Token.ToArray()).ToArray(), tokens.Select(row => row.Ordinal).ToArray());

    /// <summary>Removes the earlier epochs' tokens of some patients above a number; the last one's number, or null where there was none.</summary>
    public static async Task<long?> RemovePatientTokensAsync(DbSession session, int epoch, long after, int most)
    {
        var rows = await session.QueryAsync(SurplusPatients,
            row => (Number: row.GetInt64(0), Tokens: row.GetFieldValue<byte[]>(1), Epochs: row.GetString(2)), after, One(epoch), (long)most);
        foreach (var (number, tokens, epochs) in rows)
        {
            var kept = tokens.Length / epochs.Split(',').Length;
            await PatientTokens.RemoveAsync(session, number, tokens[..^kept]);
            await SaveAsync(session, number, tokens[^kept..], One(epoch));
        }
        return rows.Count > 0 ? rows[^1].Number : null;
    }

    private static Task SaveAsync(DbSession session, long number, byte[] tokens, string epochs) =>
        session.ExecuteAsync("update patient set tokens = $2, epochs = $3 where patient_no = $1", number, tokens, epochs);

    private static string Both(int epoch) => string.Create(CultureInfo.InvariantCulture, $"{epoch - 1},{epoch}");

    private static string One(int epoch) => epoch.ToString(CultureInfo.InvariantCulture);
}
