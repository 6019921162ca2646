using System.Net;

namespace Centra.Service.Tests.Portal;

/// <summary>Money in a browser: two persons of Finance, and what the applicant sees of it.</summary>
public sealed class MoneyPageTests(RequestApp app) : IClassFixture<RequestApp>
{
    private readonly RequestCast _cast = app.Cast;

    [Fact]
    public async Task Payment_IsRecordedByOne_ConfirmedByAnother_AndHasAReceipt()
    {
        var story = await (await RequestStory.DraftAsync(_cast)).ToAgreementAsync();
        await story.SignAsync("official", "agreement/sign");
        await story.SignAsync("signatory", "agreement/countersign");
        var page = $"/requests/{story.Id}/money";
        using var first = await PageVisit.OfAsync(_cast, "finance");
        using var second = await PageVisit.OfAsync(_cast, "finance2");
        using var pi = await PageVisit.OfAsync(_cast, "pi");

        await first.TakenAsync(page, $"/requests/{story.Id}/invoice");
        await first.TakenAsync(page, $"/requests/{story.Id}/payments", ("paymentId", $"wire-{story.Id}"), ("bankReference", $"BANK-{story.Id}"));
        var confirm = $"/requests/{story.Id}/payments/wire-{story.Id}/confirm";
        (await first.FormAsync(page, confirm)).ShouldBeNull();
        (await first.ReadAsync(page)).ShouldContain("Somebody else of Finance confirms it.");
        (await second.ReadAsync("/money/payments")).ShouldContain($"wire-{story.Id}");
        using (var refused = await second.SubmitAsync(page, confirm, ("reference", "ANOTHER")))
            (await refused.Content.ReadAsStringAsync()).ShouldContain("value=\"ANOTHER\"");
        await second.TakenAsync(page, confirm, ("reference", $"BANK-{story.Id}"));

        var seen = await pi.ReadAsync(page);
        seen.ShouldContain("Settled. Nothing is owed.");
        seen.ShouldContain("the society");
        using var receipt = await pi.GetAsync($"{page}/receipts/wire-{story.Id}");
        receipt.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        (await story.ActionAsync("finance", "issueInvoice")).ShouldBeOneOf("FeeIsDeterminedAlready", "absent");
    }

    [Fact]
    public async Task Estimate_IsMadeOnThePage_AndARefusedOneKeepsWhatWasTyped()
    {
        var story = await (await (await RequestStory.DraftAsync(_cast)).ToCommitteeAsync()).EvaluatedAsync();
        await story.DecidedAsync();
        using var finance = await PageVisit.OfAsync(_cast, "finance");
        var (page, command) = ($"/requests/{story.Id}/money", $"/requests/{story.Id}/estimate");

        using (var refused = await finance.SubmitAsync(page, command, ("extraHours", "-3")))
        {
            ((int)refused.StatusCode).ShouldBeGreaterThanOrEqualTo(400);
            (await refused.Content.ReadAsStringAsync()).ShouldContain("value=\"-3\"");
        }
        await finance.TakenAsync(page, command, ("extraHours", "2"));
        (await finance.ReadAsync(page)).ShouldContain("Estimate version 1");
        (await story.ActionAsync("finance", "issueEstimate")).ShouldBe("EstimateIsIssuedAlready");
    }

    [Fact]
    public async Task Lists_AreForFinance_AndAlsoCsv()
    {
        using var finance = await PageVisit.OfAsync(_cast, "finance");
        using var pi = await PageVisit.OfAsync(_cast, "pi");

        using var csv = await finance.GetAsync("/money/invoices.csv");
        csv.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        (await csv.Content.ReadAsStringAsync()).ShouldStartWith("number,requestId");
        (await finance.ReadAsync("/money/unmatched")).ShouldContain("None. All payments are matched.");
        (await pi.StatusAsync("/money")).ShouldBe(HttpStatusCode.Redirect);
    }
}
