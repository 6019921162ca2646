using Centra.Api.Billing;
using Centra.Api.Http;
using Centra.Api.Security;
using Centra.Billing;
using Centra.Requests;
using Centra.Rules;
using Centra.Storage;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>The money of a request: estimate, invoice, payments, receipts.</summary>
internal static class MoneyPages
{
    public static void MapMoneyPages(this IEndpointRouteBuilder app)
    {
        var pages = app.Pages("/requests/{id}/money", Policies.SeeInvoices);
        pages.MapGet("/", ShowAsync);
        pages.MapGet("/invoices/{number}", (string id, string number, Caller caller, HttpResponse response, ReadStore read, IGrainFactory grains) => BillingApi.DocumentAsync(number, caller, response, read, grains));
        pages.MapGet("/receipts/{paymentId}", (string id, string paymentId, Caller caller, HttpResponse response, IGrainFactory grains) => BillingApi.ReceiptAsync(id, paymentId, caller, response, grains));
        app.MapFinancePages();
    }

    private static Task<IResult> ShowAsync(string id, Visitor visitor, Caller caller, IGrainFactory grains, ReadStore read) =>
        RequestPages.PageAsync<MoneyPage>(id, visitor, grains, async view =>
        {
            var ledger = (await BillingApi.FindAsync(caller, id, grains)).Value;
            return new()
            {
                ["Ledger"] = ledger,
                ["Names"] = await Actors.ReadAsync(read, view, visitor, ledger is null ? [] : People(ledger)),
                ["Waivers"] = view.Can(RequestCommandKind.IssueEstimate) is null ? [] : await WaiversAsync(grains),
            };
        });

    private static IEnumerable<string?> People(LedgerView ledger) =>
        [.. ledger.Estimates.Select(estimate => estimate.By), .. ledger.Entries.SelectMany(entry => new[] { entry.RecordedBy, entry.DecidedBy }),
            .. ledger.Ledgers.SelectMany(one => new[] { one.Invoice?.By, one.NoFee?.By, one.NoFee?.ApprovedBy }), .. ledger.Ledgers.SelectMany(one => one.Lines).Select(line => line.By)];

    private static async Task<IReadOnlyList<(string, string)>> WaiversAsync(IGrainFactory grains)
    {
        var prices = await grains.GetGrain<IRulesGrain>($"rules/{RulesKinds.Prices}").Current();
        return prices.IsRefused ? [] : [.. RulesReader.Read<PriceBook>(prices.Value).Waivers.Select(waiver => (waiver.Key, $"{waiver.Name}, {waiver.Percent} %"))];
    }
}
