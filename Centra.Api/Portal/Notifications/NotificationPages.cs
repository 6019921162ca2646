using Centra.Api.Http;
using Centra.Api.Notifications;
using Centra.Api.Security;
using Centra.Storage;

namespace Centra.Api.Portal;

/// <summary>What somebody was told, to read and to put aside; and whether they want one e-mail a day.</summary>
internal static class NotificationPages
{
    private const int Rows = 30;

    public static void MapNotificationPages(this IEndpointRouteBuilder app) =>
        app.Pages("/notifications", Policies.OwnAccount).MapGet("/", ShowAsync);

    private static async Task<IResult> ShowAsync(bool? seen, string? after, Visitor visitor, Caller caller, ReadStore read)
    {
        var page = await NotificationApi.PageAsync(new NotificationQuery(seen, after, Rows), caller.Actor.Id, read);
        return Results.Extensions.Page<NotificationsPage>(new
        {
            Visitor = visitor, Items = await MessageTitles.OfAsync(page.Items, visitor, read), Seen = seen, IsDaily = await NotificationApi.IsDailyAsync(caller.Actor.Id, read),
            Next = page.Next is null ? null : $"/notifications?after={Uri.EscapeDataString(page.Next)}{(seen is null ? "" : $"&seen={seen}")}",
        });
    }
}
