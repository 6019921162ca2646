namespace Centra.Notifications;

/// <summary>Why something about notifications is refused.</summary>
public enum NotificationRefusal
{
    /// <summary>There is no such notification, or it is another person's.</summary>
    [Refuses(RefusalKind.NotFound, "There is no such notification.")]
    NotificationNotFound = 1,
}
