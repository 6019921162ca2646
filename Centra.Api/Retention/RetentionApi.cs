using Centra.Api.Http;
using Centra.Api.Security;
using Centra.Storage;

namespace Centra.Api.Retention;

/// <summary>What was removed when its retention had ended.</summary>
internal static class RetentionApi
{
    public static void MapRetention(this IEndpointRouteBuilder api) => api.MapGet("/admin/retention", ListAsync)
        .WithTags("Audit").RequireAuthorization(Policies.SeeRetention).WithSummary("What the retention sweep removed, newest first");

    private static async Task<IResult> ListAsync(string? after, int? limit, HttpContext http, ReadStore read)
    {
        var page = await PageAsync(after, limit, read);
        return Listing.Answer(http, page,
            ("reportId", item => item.ReportId), ("subject", item => item.Subject), ("rule", item => item.Rule), ("what", item => item.What), ("entries", item => item.Entries), ("at", item => item.At));
    }

    /// <summary>A page of the list.</summary>
    public static async Task<Page<RetentionItem>> PageAsync(string? after, int? limit, ReadStore read)
    {
        var most = Listing.Limit(limit);
        var rows = await read.Database.ReadAsync(session => session.QueryAsync(
            $"select report_id, subject, rule, what, entries, at from retention_report where {(string.IsNullOrEmpty(after) ? "$1 = ''" : "(at, report_id) < (select a.at, a.report_id from retention_report a where a.report_id = $1)")} "
            + "order by at desc, report_id desc limit $2",
            row => new RetentionItem(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4), Listing.Time(row.GetInt64(5))), after ?? "", (long)most));
        return new Page<RetentionItem>(rows, rows.Count == most ? rows[^1].ReportId : null);
    }
}

/// <summary>Something that was removed.</summary>
internal sealed record RetentionItem(string ReportId, string Subject, string Rule, string What, long Entries, DateTimeOffset At);
