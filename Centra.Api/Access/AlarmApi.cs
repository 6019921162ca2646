using Centra.Api.Http;
using Centra.Api.Security;
using Centra.Storage;

namespace Centra.Api.Access;

/// <summary>What officers have to look at.</summary>
internal static class AlarmApi
{
    public static void MapAlarms(this IEndpointRouteBuilder api) => api.MapGet("/alarms", ListAsync).WithTags("Alarms")
        .RequireAuthorization(Policies.SeeAlarms).WithSummary("Alarms, newest first");

    private static async Task<IResult> ListAsync(string? after, int? limit, HttpContext http, ReadStore read)
    {
        var most = Listing.Limit(limit);
        var rows = await read.Database.ReadAsync(session => session.QueryAsync(
            "select alarm_id, kind, practice_id, at, text from alarm where $1 = '' or (at, alarm_id) < (select a.at, a.alarm_id from alarm a where a.alarm_id = $1) "
            + "order by at desc, alarm_id desc limit $2",
            row => new AlarmItem(row.GetString(0), row.GetString(1), row.TextOrNull(2), Listing.Time(row.GetInt64(3)), row.GetString(4)), after ?? "", (long)most));
        return Listing.Answer(http, new Page<AlarmItem>(rows, rows.Count == most ? rows[^1].AlarmId : null),
            ("alarmId", item => item.AlarmId), ("kind", item => item.Kind), ("practiceId", item => item.PracticeId), ("at", item => item.At), ("text", item => item.Text));
    }
}

/// <summary>An alarm.</summary>
internal sealed record AlarmItem(string AlarmId, string Kind, string? PracticeId, DateTimeOffset At, string Text);
