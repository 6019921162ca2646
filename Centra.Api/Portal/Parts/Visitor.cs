using System.Data.Common;
using System.Globalization;
using System.Security.Claims;
using Centra.Api.Http;
using Centra.Api.Notifications;
using Centra.Storage;
using Microsoft.AspNetCore.Antiforgery;

namespace Centra.Api.Portal;

/// <summary>Who looks at a page: what the frame shows of them, the token that their forms carry, and the form that was just refused, if any.</summary>
/// <param name="Path">The page.</param>
/// <param name="UserId">Their id; empty for nobody.</param>
/// <param name="Name">Their name; null for nobody.</param>
/// <param name="TokenField">Name of the anti-forgery field.</param>
/// <param name="Token">Its value.</param>
/// <param name="Roles">Their roles.</param>
/// <param name="Zone">The zone of times.</param>
/// <param name="Now">The time.</param>
public sealed record Visitor(string Path, string UserId, string? Name, string TokenField, string? Token, IReadOnlyList<string> Roles, TimeZoneInfo Zone, DateTimeOffset Now)
{
    /// <summary>The form that was refused; null where none was.</summary>
    internal FormCall? Call { get; init; }

    /// <summary>The name of what was just done; null where nothing was.</summary>
    public string? Done { get; init; }

    /// <summary>The page with its query, where a form on it leads back to.</summary>
    public string Address { get; init; } = "/";

    /// <summary>How many notifications they have not seen; 100 stands for as many or more.</summary>
    public long Unseen { get; init; }

    /// <summary>The practice they act for.</summary>
    public string? PracticeId { get; init; }

    /// <summary>Whether this is the demonstration, where everybody may try every role.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Read by minimal APIs for a parameter of this type.</summary>
    public static async ValueTask<Visitor> BindAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var tokens = services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        var user = context.User;
        return new Visitor(
            context.Request.Path, user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "", user.FindFirstValue(ClaimTypes.Name), tokens.FormFieldName, tokens.RequestToken,
            [.. Centra.People.Roles.All.Where(user.IsInRole)], await services.GetRequiredService<SocietyZone>().GetAsync(), services.GetRequiredService<TimeProvider>().GetUtcNow())
        {
            Call = context.Features.Get<FormCall>() is { Refused: not null } call ? call : null,
            Done = context.Request.Query["done"].ToString() is { Length: > 0 and < 40 } done ? done : null,
            Address = $"{context.Request.Path}{context.Request.QueryString}",
            Unseen = await UnseenAsync(user.FindFirstValue(ClaimTypes.NameIdentifier), services.GetRequiredService<ReadStore>()),
            IsDemo = services.GetRequiredService<DemoDoor>().IsOpen,
            PracticeId = user.FindFirstValue(Caller.PracticeClaim),
        };
    }

    // A page that says that storage is down has to come without storage.
    private static async Task<long> UnseenAsync(string? userId, ReadStore read)
    {
        try
        {
            return userId is null ? 0 : await NotificationApi.UnseenAsync(userId, read);
        }
        catch (Exception error) when (error is StorageUnavailableException or TimeoutException or DbException)
        {
            return 0;
        }
    }

    /// <summary>Whether they hold a role.</summary>
    public bool Is(string role) => Roles.Contains(role);

    /// <summary>A moment in the society's zone.</summary>
    public string Moment(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{TimeZoneInfo.ConvertTime(at, Zone):yyyy-MM-dd HH:mm}");

    /// <summary>A day in the society's zone.</summary>
    public string Day(DateTimeOffset? at) => at is { } moment ? string.Create(CultureInfo.InvariantCulture, $"{TimeZoneInfo.ConvertTime(moment, Zone):yyyy-MM-dd}") : "";

    /// <summary>How long ago or ahead something is, in words.</summary>
    public string Due(DateTimeOffset at) => (int)Math.Floor((at - Now).TotalDays) switch
    {
        < -1 and var days => $"{-days} days overdue",
        -1 => "overdue",
        0 => "due today",
        1 => "due tomorrow",
        var days => $"due in {days} days",
    };
}
