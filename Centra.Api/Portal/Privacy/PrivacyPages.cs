using Centra.Api.Consent;
using Centra.Api.Practices;
using Centra.Api.Security;
using Centra.Practices;
using Centra.Storage;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>What privacy officers govern: ends of opt-outs, receipts and totals, practices, looks.</summary>
internal static class PrivacyPages
{
    public static readonly IReadOnlyList<(string Text, string Link)> Tabs =
    [
        ("Review lane", "/review-lane"), ("Ending opt-outs", "/withdrawals"), ("Receipts and totals", "/opt-outs"), ("Practices", "/practices"), ("Who looked", "/looks"),
        ("Grants", "/look-grants"), ("Break-glass", "/break-glass"), ("Disclosures", "/disclosures"), ("Accounting", "/accounting"), ("Alarms", "/alarms"),
    ];

    /// <summary>The places around a page that auditors and operators see too: each is shown their own.</summary>
    public static IReadOnlyList<(string Text, string Link)> TabsOf(Visitor visitor) =>
        visitor.Is(Roles.PrivacyOfficer) ? Tabs : visitor.Is(Roles.Auditor) ? AuditPages.Tabs : visitor.Is(Roles.Operator) ? OperationPages.Tabs : [];

    public static void MapPrivacyPages(this IEndpointRouteBuilder app)
    {
        var lane = app.Pages("", Policies.DecideReviews);
        lane.MapGet("/withdrawals", async (Visitor visitor, Vault vault, ReadStore read) =>
        {
            var page = await WithdrawalApi.OpenAsync(null, vault);
            return Results.Extensions.Page<WithdrawalsPage>(new { Visitor = visitor, page.Items, Names = await Names.OfPracticesAsync(read, page.Items.Select(item => item.PracticeId)) }, visitor.Call?.Refused?.Status);
        });
        lane.MapReceiptPages();
        var practices = app.Pages("/practices", Policies.GovernPractices);
        practices.MapGet("/", PracticesAsync);
        practices.MapGet("/{id}", PracticeAsync);
        app.MapLookPages();
    }

    private static async Task<IResult> PracticesAsync(string? standing, string? after, Visitor visitor, HttpRequest request, ReadStore read, Vault vault)
    {
        var page = await PracticeApi.PageAsync(standing.Filled(), after, null, read);
        return Results.Extensions.Page<PracticesPage>(new { Visitor = visitor, Standing = standing, Rows = page.Items, Delays = await FormDelays.OfAsync(vault, [.. page.Items.Select(row => row.PracticeId)]), Next = request.Beyond(page.Next), Csv = request.Csv("/practices") }, visitor.Call?.Refused?.Status);
    }

    private static async Task<IResult> PracticeAsync(string id, Visitor visitor, IGrainFactory grains, Vault vault)
    {
        var view = await grains.GetGrain<IPracticeGrain>($"practice/{id}").View();
        return view.IsRefused
            ? Results.Extensions.Page<Message>(new { Visitor = visitor, Title = "Not found", Text = view.Refusal.Detail }, StatusCodes.Status404NotFound)
            : Results.Extensions.Page<PracticeStandingPage>(new { Visitor = visitor, View = view.Value, Delays = await FormDelays.OfAsync(vault, id) }, visitor.Call?.Refused?.Status);
    }
}
