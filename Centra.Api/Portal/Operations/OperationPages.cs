using Centra.Api.Http;
using Centra.Api.Ingest;
using Centra.Api.Security;
using Centra.Storage;

namespace Centra.Api.Portal;

/// <summary>What operators look after.</summary>
internal static class OperationPages
{
    private const int Rows = 50;

    public static readonly IReadOnlyList<(string Text, string Link)> Tabs =
        [("State", "/operation"), ("Jobs", "/jobs"), ("People and roles", "/people"), ("Alarms", "/alarms")];

    public static void MapOperationPages(this IEndpointRouteBuilder app)
    {
        app.Pages("/operation", Policies.RunRegister).MapGet("/", async (Visitor visitor, ServiceStanding standing) =>
            Results.Extensions.Page<OperationPage>(new { Visitor = visitor, Now = await standing.ReadAsync() }, visitor.Call?.Refused?.Status));
        app.Pages("/jobs", Policies.SeeJobs).MapGet("/", JobsAsync);
        app.Pages("/retention", Policies.SeeRetention).MapGet("/", RetentionAsync);
    }

    private static async Task<IResult> JobsAsync(string? phase, string? practice, string? after, Visitor visitor, Caller caller, HttpRequest request, ReadStore read)
    {
        var rows = await JobLists.PageAsync(read, caller.PracticeId ?? practice.Filled(), phase.Filled(), Listing.Number(after, long.MaxValue), Rows);
        var names = await Names.OfPracticesAsync(read, rows.Select(row => row.PracticeId));
        return Results.Extensions.Page<ListPage>(new
        {
            Visitor = visitor, Title = "Ingest jobs", Tabs = visitor.Is(Roles.Operator) ? Tabs : [],
            Filters = new ListFilter[] { new("practice", "Practice", practice, (await PracticeChoices.OfAsync(read)).Or("All")), new("phase", "Stage", phase, [("", "All"), ("Patients", "Patients are taken"), ("Clinical", "Records are taken"), ("Complete", "Complete")]) },
            Table = new TableView("Newest first", "No job.", ["Opened", "Practice", "Stage", "Completed", "Job"],
                [.. rows.Select(job => new Cell[] { visitor.Moment(job.OpenedAt), names.Practice(job.PracticeId), job.Phase, job.CompletedAt is { } at ? visitor.Moment(at) : "", job.JobId })])
            { Next = request.Beyond(rows.Count == Rows ? $"{rows[^1].OpenedAt.ToUnixTimeMilliseconds()}" : null), Csv = request.Csv("/ingest/jobs") },
        });
    }

    private static async Task<IResult> RetentionAsync(string? after, Visitor visitor, HttpRequest request, ReadStore read)
    {
        var page = await Retention.RetentionApi.PageAsync(after, Rows, read);
        return Results.Extensions.Page<ListPage>(new
        {
            Visitor = visitor, Title = "What retention removed", Lead = "What was kept as long as its rule says, and then removed.",
            Table = new TableView("Newest first", "Nothing was removed yet.", ["When", "Of what", "Rule", "What", "Entries#"], [.. page.Items.Select(item => new Cell[] { visitor.Moment(item.At), item.Subject, item.Rule, item.What, item.Entries })])
            { Next = request.Beyond(page.Next), Csv = request.Csv("/admin/retention") },
        });
    }
}
