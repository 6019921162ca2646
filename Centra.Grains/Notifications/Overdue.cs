using Centra.Rules;
using Centra.Storage;
using Orleans;

namespace Centra.Notifications;

/// <summary>Escalation: a request that stays in a stage longer than the service level allows is told to managers and the chair, once a stage.</summary>
public sealed class Overdue(ReadStore read, IGrainFactory grains, TimeProvider clock)
{
    internal const string Late = "select r.request_id, r.stage_since from request r where r.stage = $1 and r.open_questions = 0 and r.stage_since < $2 "
        + "and not exists (select 1 from notification n where n.request_id = r.request_id and n.template = 'service-level-missed' and n.at >= r.stage_since)";

    /// <summary>Notes what is overdue; how many requests.</summary>
    public async Task<int> RunAsync()
    {
        var levels = await grains.GetGrain<IRulesGrain>($"rules/{RulesKinds.ServiceLevels}").Current();
        var days = await grains.GetGrain<IRulesGrain>($"rules/{RulesKinds.Calendar}").Current();
        if (levels.IsRefused || days.IsRefused)
            return 0;
        var calendar = new WorkingCalendar(RulesReader.Read<CalendarRules>(days.Value));
        var noted = 0;
        foreach (var level in RulesReader.Read<ServiceLevels>(levels.Value).Stages)
            noted += await NoteAsync(level.Stage.ToString(), level.WorkingDays, calendar);
        return noted;
    }

    // An open question stops the clock: the applicant has the ball, and is reminded of it otherwise.
    private async Task<int> NoteAsync(string stage, int workingDays, WorkingCalendar calendar)
    {
        var now = clock.GetUtcNow();
        var open = await read.Database.ReadAsync(session => session.QueryAsync(
            Late, row => (Id: row.GetString(0), Since: row.GetInt64(1)), stage, now.AddDays(-workingDays).ToUnixTimeMilliseconds()));
        var late = open.Where(one => calendar.EndAfter(DateTimeOffset.FromUnixTimeMilliseconds(one.Since), workingDays) < now).ToList();
        foreach (var one in late)
            await read.Database.WriteAsync(Fence.None, session => TellAsync(session, one.Id, one.Since, now.ToUnixTimeMilliseconds()));
        return late.Count;
    }

    private static async Task<int> TellAsync(DbSession session, string id, long since, long now)
    {
        foreach (var audience in new[] { Audience.Managers, Audience.Chair })
            await session.ExecuteAsync(
                "insert into notification (notification_id, request_id, template, audience, command_id, at) values ($1, $2, 'service-level-missed', $3, '', $4) on conflict do nothing",
                $"request-{id}-overdue-{since}-{audience}", id, audience.ToString(), now);
        return 1;
    }
}
