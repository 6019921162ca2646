using Centra.Api.Access;
using Centra.Api.Security;
using Centra.Storage;

namespace Centra.Api.Portal;

/// <summary>Alarms for officers and operators; auditors see them too.</summary>
internal static class AlarmPages
{
    public static void MapAlarmPages(this IEndpointRouteBuilder app) => app.Pages("/alarms", Policies.SeeAlarms).MapGet("/", async (string? seen, string? kind, string? after, Visitor visitor, HttpRequest request, ReadStore read) =>
    {
        var page = await AlarmApi.PageAsync(new AlarmQuery(kind.Filled(), null, seen switch { "yes" => true, "all" => null, _ => false }, null, null, after, null), read);
        var names = await Names.OfAsync(read, page.Items.Select(alarm => alarm.SeenBy).OfType<string>(), [], page.Items.Select(alarm => alarm.PracticeId));
        return Results.Extensions.Page<AlarmsPage>(new { Visitor = visitor, Seen = seen ?? "no", page.Items, Names = names, Next = request.Beyond(page.Next) }, visitor.Call?.Refused?.Status);
    });
}
