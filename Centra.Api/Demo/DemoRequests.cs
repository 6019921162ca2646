using Centra.Agreements;
using Centra.Billing;
using Centra.Releases;
using Centra.Requests;
using Orleans;

namespace Centra.Api.Demo;

/// <summary>Requests in every stage, begun at different times of the last two years.</summary>
internal sealed class DemoRequests(IGrainFactory grains, ReleaseBench bench, TimeProvider clock)
{
    /// <summary>The draft that the others are copies of.</summary>
    public const string First = "request-demo-01";

    /// <summary>How many days ago the demo's story began: longer ago than a whole term.</summary>
    public const int Story = 900;

    private DemoPlan _plan = null!;
    private DateTimeOffset _today;

    /// <summary>Makes them; again, it completes what was cut off.</summary>
    public async Task MakeAsync(DemoPlan plan)
    {
        (_plan, _today) = (plan, clock.GetUtcNow());
        // The service would build a release that was ordered years ago as of now.
        using var held = await bench.HoldAsync();
        await Begin(1, 20, "Abstracts that were never published").WriteAsync();
        await Task.WhenAll(UnderWayAsync(), ContractedAsync(), EndedAsync());
    }

    private async Task UnderWayAsync()
    {
        await (await Begin(2, 6, "Words for stage in lung cancer abstracts").SubmittedAsync()).SendAsync(Roles.RequestManager, new AskQuestion("years", "Which years do you need?", ["years-from", "years-to"]));
        await (await Begin(3, 7, "Who is first author, and from where").SubmittedAsync()).AvailableAsync();
        await (await (await Begin(4, 12, "Reporting of quality of life").SubmittedAsync()).CheckedAsync()).VoteAsync(Recommendation.Approve, Recommendation.ApproveWithConditions, Recommendation.None);
    }

    private async Task ContractedAsync()
    {
        await (await Begin(5, 20, "Supportive care at annual meetings").ApprovedAsync()).IssueAsync();
        await (await (await Begin(6, 30, "Telehealth in the words of abstracts").ApprovedAsync()).ExecutedAsync()).SendAsync(Roles.Finance, new ForLedger(new IssueInvoice(0, 0, 0, [])));
        await (await (await Begin(7, 35, "Care delivery, ten years").ApprovedAsync()).PaidAsync()).PrepareAsync();
        await Begin(8, 260, "Methods words in breast cancer abstracts").ActiveAsync();
        var paused = await (await Begin(9, 330, "Sample sizes over time").ActiveAsync()).PassAsync(Ago(12));
        await paused.SendAsync(Roles.RequestManager, new Pause("A report of progress is due"));
    }

    private async Task EndedAsync()
    {
        await (await (await Begin(10, 400, "Countries of authors").ActiveAsync()).PassAsync(Ago(100))).CloseAsync();
        await (await Begin(11, 95, "A survey that nobody made").SubmittedAsync()).NotAvailableAsync();
        await (await (await (await Begin(12, 150, "Ranking of single authors").SubmittedAsync()).CheckedAsync()).VoteAsync(Recommendation.Deny, Recommendation.Deny, Recommendation.Approve)).DecideAsync(isApproved: false);
        await (await Begin(13, 320, "An idea of last year").SubmittedAsync()).SendAsync(Roles.Applicant, new Withdraw("The money went elsewhere"));
        await (await (await Begin(14, 120, "Posters and their colours").ApprovedAsync()).IssueAsync()).SendAsync(Roles.SigningOfficial, new ForAgreement(new DeclineAgreement("The terms do not suit the university.")));
        var declined = await Begin(15, 180, "Abstracts by telephone").ApprovedAsync();
        await declined.SendAsync(Roles.RequestManager, new DeclineToFulfil("The abstracts of those years were lost"));
        await declined.SendAsync(Roles.RequestManager, new ApproveDeclining(), second: true);
        await (await (await Begin(16, 240, "Text for a machine to learn").ActiveAsync()).PassAsync(Ago(60))).SendAsync(Roles.RequestManager, new Revoke("Data were given to a third party"));
        await (await Begin(17, 800, "Names of tumours, then and now").ActiveAsync()).PassAsync(Ago(30));
    }

    private DateTimeOffset Ago(int days) => _today.AddDays(-days);

    private DemoWalk Begin(int number, int daysAgo, string title) => new(grains, bench, _plan, $"request-demo-{number:00}", title, Ago(daysAgo));
}
