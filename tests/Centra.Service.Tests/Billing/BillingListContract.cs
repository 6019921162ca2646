using Centra.Billing;

namespace Centra.Service.Tests.Billing;

/// <summary>On SQLite.</summary>
public sealed class BillingListTests(BillingApp billing) : BillingListContract(billing), IClassFixture<BillingApp>;

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresBillingListTests(PostgresBillingApp billing) : BillingListContract(billing), IClassFixture<PostgresBillingApp>;

/// <summary>Lists of money.</summary>
public abstract class BillingListContract(SharedApp billing)
{
    private readonly ServiceApp _app = billing.App;

    [Fact]
    public async Task Invoices_ComeInPages_AndAsCsv()
    {
        for (var at = 0; at < 5; at++)
            await _app.InvoiceAsync($"page-{at}");
        await _app.LedgerAsync("page-0", new RecordPayment(1, "p1", 1000m, "USD", "=w-1", PaymentMeans.Wire));
        await _app.LedgerAsync("page-0", new ConfirmPayment("p1", "=w-1"), "finance-2");
        var client = (await _app.As(Roles.RequestManager)).Client;

        var (seen, after) = (new List<string>(), "");
        do
        {
            var page = await client.GetAsync($"/api/invoices?limit=2&after={after}").Json();
            seen.AddRange(page.Items().Select(item => item.Text("requestId")));
            after = page.Has("next") ? page.Text("next") : "";
        }
        while (after.Length > 0);
        seen.Where(request => request.StartsWith("page-", StringComparison.Ordinal)).ShouldBe(["page-0", "page-1", "page-2", "page-3", "page-4"]);

        var settled = (await client.GetAsync("/api/invoices?state=settled").Json()).Items().Where(item => item.Text("requestId").StartsWith("page-", StringComparison.Ordinal)).ShouldHaveSingleItem();
        (settled.Text("requestId"), settled.GetProperty("balance").GetDecimal()).ShouldBe(("page-0", 0m));
        (await CsvAsync(client, "/api/invoices?request=page-1")).ShouldContain(",page-1,1,USD,1000.00,1000.00,Open,");
        (await CsvAsync(client, "/api/payments?request=page-0")).ShouldContain("p1,page-0,Payment,1,USD,1000.00,Done,Wire,,'=W-1,");
    }

    [Fact]
    public async Task Ledger_IsShownWithItsLines()
    {
        await _app.InvoiceAsync("shown");
        var client = (await _app.As(Roles.Finance)).Client;

        var view = await client.GetAsync("/api/ledgers/shown").Json();

        view.GetProperty("ledgers")[0].GetProperty("lines")[0].Text("kind").ShouldBe("invoice");
        await client.GetAsync("/api/ledgers/none").ShouldRefuse(System.Net.HttpStatusCode.NotFound, "LedgerNotFound");
    }

    [Fact]
    public async Task InvoiceAndReceipt_AreDownloadedAsPdf()
    {
        var number = await _app.InvoiceAsync("printed");
        await _app.LedgerAsync("printed", new RecordPayment(1, "p1", 1m, "USD", "w-9", PaymentMeans.Wire));
        var client = (await _app.As(Roles.Finance)).Client;

        await client.GetAsync("/api/ledgers/printed/payments/p1/receipt").ShouldRefuse(System.Net.HttpStatusCode.NotFound, "ReceiptNotFound");
        await _app.LedgerAsync("printed", new ConfirmPayment("p1", "w-9"), "finance-2");

        foreach (var path in new[] { $"/api/invoices/{number}/document", "/api/ledgers/printed/payments/p1/receipt" })
        {
            using var answer = await client.GetAsync(path);
            answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/pdf");
            (await answer.Content.ReadAsByteArrayAsync()).AsSpan(0, 8).SequenceEqual("%PDF-1.7"u8).ShouldBeTrue();
        }
    }

    private static async Task<string> CsvAsync(HttpClient client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/csv" } } };
        using var answer = await client.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }
}
