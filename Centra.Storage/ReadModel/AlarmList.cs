using System.Data.Common;

namespace Centra.Storage;

/// <summary>What somebody has to look at, and who did.</summary>
public static class AlarmList
{
    private const string Columns = "select alarm_id, kind, practice_id, at, text, seen_by, seen_at from alarm where ";

    /// <summary>Alarms that pass a filter, newest first, beyond one of them; none named: from the newest.</summary>
    public static Task<List<AlarmRow>> PageAsync(DbSession session, AlarmFilter filter, string beyond, int most) => session.QueryAsync(
        Sql(beyond.Length > 0), Read, beyond, filter.Kind ?? "", filter.PracticeId ?? "", filter.From, filter.To, filter.Seen switch { null => "", true => "yes", false => "no" }, (long)most);

    /// <summary>One alarm, or null.</summary>
    public static Task<AlarmRow?> FindAsync(DbSession session, string alarmId) => session.FindAsync(Columns + "alarm_id = $1", Read, alarmId);

    /// <summary>Notes who has seen an alarm, the first time only; the alarm as it stands then, or null.</summary>
    public static async Task<AlarmRow?> SeeAsync(DbSession session, string alarmId, string who, long at)
    {
        await session.ExecuteAsync("update alarm set seen_by = $2, seen_at = $3 where alarm_id = $1 and seen_at is null", alarmId, who, at);
        return await FindAsync(session, alarmId);
    }

    internal static string Sql(bool isBeyond) =>
        $"{Columns}{(isBeyond ? "(at, alarm_id) < (select a.at, a.alarm_id from alarm a where a.alarm_id = $1)" : "$1 = ''")} and ($2 = '' or kind = $2) and ($3 = '' or practice_id = $3) "
        + "and at >= $4 and at < $5 and ($6 = '' or ($6 = 'yes') = (seen_at is not null)) order by at desc, alarm_id desc limit $7";

    private static AlarmRow Read(DbDataReader row) => new()
    {
        AlarmId = row.GetString(0),
        Kind = row.GetString(1),
        PracticeId = row.TextOrNull(2),
        At = row.GetInt64(3),
        Text = row.GetString(4),
        SeenBy = row.TextOrNull(5),
        SeenAt = row.NumberOrNull(6),
    };
}

/// <summary>Which alarms; times in Unix milliseconds, from inclusive, to exclusive. What is null is not asked about.</summary>
public sealed record AlarmFilter(string? Kind, string? PracticeId, bool? Seen, long From, long To);
