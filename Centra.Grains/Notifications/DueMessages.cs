using Centra.Storage;

namespace Centra.Notifications;

/// <summary>A message whose e-mail is due.</summary>
internal sealed record DueMessage(string MessageId, string UserId, string? Address, string Subject, string Body, DateTimeOffset At, long Attempts)
{
    /// <summary>Only the id.</summary>
    public override string ToString() => MessageId;
}

/// <summary>E-mails that are due, the longest first, a page at a time: a message each, or a person's messages of a day together.</summary>
internal static class DueMessages
{
    private const int Page = 200;
    private const int Digests = 50;
    private const string IsDaily = "m.template <> $3 and coalesce(c.is_daily, 0) = 1";
    private const string Order = "order by m.next_at, m.message_id";

    private const string Due = "select m.message_id, m.user_id, u.email, m.subject, m.body, m.at, m.attempts from message m left join app_user u on u.id = m.user_id "
        + "left join message_choice c on c.user_id = m.user_id where m.next_at <= $1 and ";

    // All of whoever is among them, so that a page never cuts a day's e-mail in two. Few want one: what waits is looked up for each of these.
    private const string OfSome = "and m.user_id in (select c.user_id from message_choice c cross join message m "
        + "where c.is_daily = 1 and m.user_id = c.user_id and m.next_at <= $1 and m.template <> $3 group by c.user_id order by min(m.next_at), c.user_id limit $2)";

    internal const string Single = $"{Due} not ({IsDaily}) {Order} limit $2";
    internal const string Daily = $"{Due} {IsDaily} {OfSome} {Order}";

    public static Task<List<DueMessage[]>> ReadAsync(ReadStore read, DateTimeOffset now) => read.Database.ReadAsync(async session =>
    {
        var single = await session.QueryAsync(Single, Row, now.ToUnixTimeMilliseconds(), (long)Page, Letters.Template);
        var daily = await session.QueryAsync(Daily, Row, now.ToUnixTimeMilliseconds(), (long)Digests, Letters.Template);
        return single.Select(one => new[] { one }).Concat(daily.GroupBy(one => one.UserId).Select(group => group.ToArray())).ToList();
    });

    private static DueMessage Row(System.Data.Common.DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.TextOrNull(2), row.GetString(3), row.GetString(4), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)), row.GetInt64(6));
}
