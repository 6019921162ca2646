using System.Data.Common;

namespace Centra.Storage;

/// <summary>The list of grants for looking, by holder.</summary>
public static class LookGrantList
{
    /// <summary>Grants above the holder where the last page ended.</summary>
    public static Task<List<LookGrantRow>> PageAsync(DbSession session, string after, int most) => session.QueryAsync(
        "select user_id, purposes, until, given_by, given_at, certified_by, certified_at, revoked_at from look_grant where user_id > $1 order by user_id limit $2",
        Read, after, (long)most);

    private static LookGrantRow Read(DbDataReader row) => new()
    {
        UserId = row.GetString(0),
        Purposes = row.GetString(1),
        Until = row.GetInt64(2),
        GivenBy = row.GetString(3),
        GivenAt = row.GetInt64(4),
        CertifiedBy = row.GetString(5),
        CertifiedAt = row.GetInt64(6),
        RevokedAt = row.NumberOrNull(7),
    };
}
