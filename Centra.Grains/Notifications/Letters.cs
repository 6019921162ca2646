using Centra.Storage;

namespace Centra.Notifications;

/// <summary>
/// E-mail to one person that is about no request. It leaves with all other e-mail, never in a digest, stands in no inbox, and what it said is forgotten
/// once it is sent: it may hold a secret.
/// </summary>
public sealed class Letters(ReadStore read, IdSource ids, TimeProvider clock)
{
    /// <summary>What letters are told by among messages.</summary>
    public const string Template = "letter";

    /// <summary>Puts one into the outbox.</summary>
    public Task<int> WriteAsync(string userId, string subject, string body) => read.Database.WriteAsync(Fence.None, session =>
    {
        var (id, now) = (ids.NewId("letter"), clock.GetUtcNow().ToUnixTimeMilliseconds());
        return session.ExecuteAsync(
            "insert into message (message_id, notification_id, user_id, request_id, template, command_id, subject, body, at, seen_at, attempts, next_at) values ($1, $1, $2, '', $3, '', $4, $5, $6, $6, 0, $6)",
            id, userId, Template, subject, body, now);
    });
}
