using System.Data.Common;

namespace Centra.Storage;

/// <summary>Lists of agreements.</summary>
public static class AgreementList
{
    private const string Columns =
        "select request_id, standing, version, sha256, issued_by, issued_at, estimate_version, total, currency, open_until, has_open_changes, institution_signed_at, executed_at, starts, ends from agreement where ";

    /// <summary>Agreements above the request where the last page ended, of a user (empty: all); with a standing, only those.</summary>
    public static Task<List<AgreementRow>> PageAsync(DbSession session, (string User, long Now) of, string? standing, string after, int most)
    {
        object?[] args = [after, standing ?? "", (long)most];
        return session.QueryAsync(Sql(of.User.Length > 0, !string.IsNullOrEmpty(standing)), Read, of.User.Length > 0 ? [.. args, of.User, of.Now] : args);
    }

    internal static string Sql(bool ofUser, bool ofStanding) =>
        $"{Columns} request_id > $1 and {(ofStanding ? "standing = $2" : "$2 = ''")} {(ofUser ? $"and {RequestOwners.Own("agreement.request_id", "$4", "$5")}" : "")} order by request_id limit $3";

    /// <summary>Requests whose agreement the institution did not sign by a day before this one, oldest first: what the clock lapses.</summary>
    public static Task<List<string>> UnsignedBeforeAsync(DbSession session, string day, int most) => session.QueryAsync(
        "select request_id from agreement where standing = 'Issued' and has_open_changes = 0 and open_until < $1 order by open_until, request_id limit $2",
        row => row.GetString(0), day, (long)most);

    /// <summary>Executed agreements that end on one of these days, both included: what notices and the end of access go by.</summary>
    public static Task<List<AgreementRow>> EndingAsync(DbSession session, string from, string to) => session.QueryAsync(
        $"{Columns} standing = 'Executed' and ends >= $1 and ends <= $2 order by ends, request_id", Read, from, to);

    private static AgreementRow Read(DbDataReader row) => new()
    {
        RequestId = row.GetString(0),
        Standing = row.GetString(1),
        Version = row.GetInt64(2),
        Sha256 = row.GetString(3),
        IssuedBy = row.GetString(4),
        IssuedAt = row.GetInt64(5),
        EstimateVersion = row.GetInt64(6),
        Total = row.GetString(7),
        Currency = row.GetString(8),
        OpenUntil = row.GetString(9),
        HasOpenChanges = row.GetInt64(10),
        InstitutionSignedAt = row.NumberOrNull(11),
        ExecutedAt = row.NumberOrNull(12),
        Starts = row.TextOrNull(13),
        Ends = row.TextOrNull(14),
    };
}
