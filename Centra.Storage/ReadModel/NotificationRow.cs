namespace Centra.Storage;

/// <summary>Somebody has to be told of an event. Holds no words of the event but a reason that staff gave.</summary>
public sealed record NotificationRow(
    string NotificationId, string RequestId, string Template, string Audience, string? UserId, string? Reason, long? Number, string CommandId, long At)
{
    /// <summary>When it was turned into messages, Unix milliseconds; null: not yet.</summary>
    public long? ResolvedAt { get; set; }

    /// <summary>Adds one.</summary>
    public static Task<int> AddAsync(DbSession session, NotificationRow row) => session.ExecuteAsync(
        "insert into notification (notification_id, request_id, template, audience, user_id, reason, number, command_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        row.NotificationId, row.RequestId, row.Template, row.Audience, row.UserId, row.Reason, row.Number, row.CommandId, row.At);
}
