namespace Centra.Storage;

/// <summary>Somebody has to be told of an event. Holds no words of the event but a reason that staff gave.</summary>
public sealed record NotificationRow(
    string NotificationId, string RequestId, string Template, string Audience, string? UserId, string? Reason, long? Number, string CommandId, long At)
{
    /// <summary>When it was turned into messages, Unix milliseconds; null: not yet.</summary>
    public long? ResolvedAt { get; set; }
}
