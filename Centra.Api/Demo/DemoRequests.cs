using Centra.Agreements;
using Centra.Billing;
using Centra.Releases;
using Centra.Requests;
using Orleans;

namespace Centra.Api.Demo;

/// <summary>Requests in every stage that a young service can have; the one that time alone brings, the end of a term, is missing.</summary>
internal sealed class DemoRequests(IGrainFactory grains, ReleaseBench bench, TimeProvider clock)
{
    /// <summary>The draft that the others are copies of.</summary>
    public const string First = "request-demo-01";

    private DemoPlan _plan = null!;

    /// <summary>Makes them; again, it completes what was cut off.</summary>
    public async Task MakeAsync(DemoPlan plan)
    {
        _plan = plan;
        await Begin(1, "Abstracts that were never published").WriteAsync();
        await Task.WhenAll(UnderWayAsync(), ContractedAsync(), EndedAsync());
    }

    private async Task UnderWayAsync()
    {
        await (await Begin(2, "Words for stage in lung cancer abstracts").SubmittedAsync()).SendAsync(Roles.RequestManager, new AskQuestion("years", "Which years do you need?", ["years-from", "years-to"]));
        await (await Begin(3, "Who is first author, and from where").SubmittedAsync()).AvailableAsync();
        await (await (await Begin(4, "Reporting of quality of life").SubmittedAsync()).CheckedAsync()).VoteAsync(Recommendation.Approve, Recommendation.ApproveWithConditions, Recommendation.None);
    }

    private async Task ContractedAsync()
    {
        await (await Begin(5, "Supportive care at annual meetings").ApprovedAsync()).IssueAsync();
        await (await (await Begin(6, "Telehealth in the words of abstracts").ApprovedAsync()).ExecutedAsync()).SendAsync(Roles.Finance, new ForLedger(new IssueInvoice(0, 0, 0, [])));
        await (await (await Begin(7, "Care delivery, ten years").ApprovedAsync()).PaidAsync()).PrepareAsync();
        await Begin(8, "Methods words in breast cancer abstracts").ActiveAsync();
        var paused = await Begin(9, "Sample sizes over time").ActiveAsync();
        await paused.SendAsync(Roles.RequestManager, new Pause("A report of progress is due"));
    }

    private async Task EndedAsync()
    {
        await (await Begin(10, "Countries of authors").ActiveAsync()).CloseAsync();
        await (await Begin(11, "A survey that nobody made").SubmittedAsync()).NotAvailableAsync();
        await (await (await (await Begin(12, "Ranking of single authors").SubmittedAsync()).CheckedAsync()).VoteAsync(Recommendation.Deny, Recommendation.Deny, Recommendation.Approve)).DecideAsync(isApproved: false);
        await (await Begin(13, "An idea of last year").SubmittedAsync()).SendAsync(Roles.Applicant, new Withdraw("The money went elsewhere"));
        await (await (await Begin(14, "Posters and their colours").ApprovedAsync()).IssueAsync()).SendAsync(Roles.SigningOfficial, new ForAgreement(new DeclineAgreement("The terms do not suit the university.")));
        var declined = await Begin(15, "Abstracts by telephone").ApprovedAsync();
        await declined.SendAsync(Roles.RequestManager, new DeclineToFulfil("The abstracts of those years were lost"));
        await declined.SendAsync(Roles.RequestManager, new ApproveDeclining(), second: true);
        await (await Begin(16, "Text for a machine to learn").ActiveAsync()).SendAsync(Roles.RequestManager, new Revoke("Data were given to a third party"));
    }

    private DemoWalk Begin(int number, string title) => new(grains, bench, clock, _plan, $"request-demo-{number:00}", title);
}
