using Centra.Api.Notifications;
using Centra.Api.Requests;
using Centra.Storage;

namespace Centra.Api.Portal;

/// <summary>
/// Messages name a request by its id, because they go out by e-mail. On a page, which only its reader sees, they say its title, where the reader has a part in it.
/// </summary>
internal static class MessageTitles
{
    public static async Task<IReadOnlyList<NotificationItem>> OfAsync(IReadOnlyList<NotificationItem> items, Visitor visitor, ReadStore read)
    {
        var titles = await read.Database.ReadAsync(session => DutyList.TitlesAsync(session, items.Select(item => item.RequestId), RequestLists.IsInside(visitor.Roles) ? null : visitor.UserId, visitor.Now.ToUnixTimeMilliseconds()));
        return [.. items.Select(item => titles.TryGetValue(item.RequestId, out var title) ? item with { Subject = Titled(item, title) } : item)];
    }

    private static string Titled(NotificationItem item, string title) =>
        item.Subject.Replace($"Request {item.RequestId}", title, StringComparison.Ordinal).Replace($"request {item.RequestId}", $"request “{title}”", StringComparison.Ordinal);
}
