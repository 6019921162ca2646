using System.Data.Common;
using System.Globalization;
using Centra.Requests;
using Centra.Rules;
using Centra.Storage;
using Orleans;

namespace Centra.Notifications;

/// <summary>Turns what people have to be told into messages: finds the recipients of the moment and fills the template in force.</summary>
public sealed class Addressing(ReadStore read, IGrainFactory grains, MailSettings settings, SocietyName society, TimeProvider clock)
{
    private const int AtOnce = 200;

    // A commit waits for the disk; what other writers wait for it stays short.
    private const int ACommit = 25;
    private const int MostInARun = 1_000;
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(10);
    private const string Open = "select notification_id, request_id, template, audience, user_id, reason, number, command_id, at from notification where resolved_at is null order by at, notification_id limit $1";

    /// <summary>Whether the last run ended at its bound.</summary>
    public bool HasMore { get; private set; }

    /// <summary>Works off what has been noted, up to a bound: as long as more is noted than can be worked off, nothing would be sent. How many messages came of it.</summary>
    public async Task<int> RunAsync()
    {
        var (begun, done, made) = (clock.GetTimestamp(), 0, 0);
        for (HasMore = false; !HasMore && await read.Database.ReadAsync(session => session.QueryAsync(Open, Read, (long)AtOnce)) is { Count: > 0 } rows;)
        {
            if (await RulesAsync() is not { } rules)
                return made;
            foreach (var some in rows.Chunk(ACommit))
                made += await read.Database.WriteAsync(Fence.None, session => AddressAsync(session, some, rules));
            HasMore = (done += rows.Count) >= MostInARun || clock.GetElapsedTime(begun) > LongestRun;
        }
        return made;
    }

    private async Task<MessageRules?> RulesAsync()
    {
        var messages = await CurrentAsync<MessageTemplates>();
        var levels = await CurrentAsync<ServiceLevels>();
        var calendar = await CurrentAsync<CalendarRules>();
        return messages is null || levels is null || calendar is null ? null : new MessageRules(messages, levels, new WorkingCalendar(calendar));
    }

    private async Task<T?> CurrentAsync<T>()
        where T : class, IRulesContent<T> =>
        await grains.GetGrain<IRulesGrain>($"rules/{T.Kind}").Current() is { IsRefused: false } version ? RulesReader.Read<T>(version.Value) : null;

    private async Task<int> AddressAsync(DbSession session, NotificationRow[] rows, MessageRules rules)
    {
        var made = 0;
        foreach (var row in rows)
            made += await AddressAsync(session, row, rules);
        return made;
    }

    private async Task<int> AddressAsync(DbSession session, NotificationRow row, MessageRules rules)
    {
        var now = clock.GetUtcNow();
        var made = 0;
        if (rules.Messages.For(row.Template) is { } template && await session.FindAsync("select title, stage, stage_since, due_at, ends_at from request where request_id = $1", Request, row.RequestId) is { } request)
        {
            foreach (var user in await Recipients.OfAsync(session, row, now))
                made += await WriteAsync(session, row, template, user, request, rules, now);
        }
        await session.ExecuteAsync("update notification set resolved_at = $2 where notification_id = $1", row.NotificationId, now.ToUnixTimeMilliseconds());
        return made;
    }

    // "Your turn" is only said where the same command did not tell the person already what there is to do.
    private async Task<int> WriteAsync(DbSession session, NotificationRow row, MessageTemplate template, string user, ToldRequest request, MessageRules rules, DateTimeOffset now)
    {
        if (row.Template == "your-turn" && await session.NumberAsync("select count(*) from message where user_id = $1 and command_id = $2", user, row.CommandId) > 0)
            return 0;
        var name = await session.FindAsync("select display_name from app_user where id = $1", found => found.GetString(0), user);
        var daily = await session.NumberAsync("select is_daily from message_choice where user_id = $1", user) == 1;
        var values = Values(row, name ?? "Colleague", request, rules);
        return await session.ExecuteAsync(
            "insert into message (message_id, notification_id, user_id, request_id, template, command_id, subject, body, at, attempts, next_at) "
            + "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10) on conflict do nothing",
            $"{row.NotificationId}-{user}", row.NotificationId, user, row.RequestId, row.Template, row.CommandId, OneLine(Placeholders.Fill(template.Subject, values)),
            $"{Placeholders.Fill(template.Body, values)}\n\n-- \n{Placeholders.Fill(rules.Messages.Signature, values)}",
            row.At, (daily ? Digests.Next(now, rules.Calendar, settings.DigestHour) : now).ToUnixTimeMilliseconds());
    }

    private Dictionary<string, string> Values(NotificationRow row, string name, ToldRequest request, MessageRules rules) => new()
    {
        ["society"] = society.Name,
        ["recipient"] = name,
        ["requestId"] = row.RequestId,
        ["title"] = request.Title,
        ["stage"] = request.Dates.Stage,
        ["reason"] = row.Reason ?? "see the request",
        ["amount"] = row.Reason ?? "",
        ["number"] = "of request " + row.RequestId,
        ["count"] = row.Number?.ToString(CultureInfo.InvariantCulture) ?? "",
        ["daysLeft"] = row.Number?.ToString(CultureInfo.InvariantCulture) ?? "",
        ["due"] = DueDays.Of(row.Template, request.Dates, DateTimeOffset.FromUnixTimeMilliseconds(row.At), rules.Calendar, rules.Levels),
        ["link"] = $"{settings.PublicAddress}/requests/{row.RequestId}",
    };

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static NotificationRow Read(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.TextOrNull(4), row.TextOrNull(5), row.NumberOrNull(6), row.GetString(7), row.GetInt64(8));

    private static ToldRequest Request(DbDataReader row) => new(row.GetString(0), new RequestDates(row.GetString(1), Time(row.GetInt64(2))!.Value, Time(row.NumberOrNull(3)), Time(row.NumberOrNull(4))));

    private static DateTimeOffset? Time(long? at) => at is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;

    private sealed record MessageRules(MessageTemplates Messages, ServiceLevels Levels, WorkingCalendar Calendar);

    private sealed record ToldRequest(string Title, RequestDates Dates);
}
