using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Requests;
using Centra.Api.Security;
using Centra.Billing;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans;

namespace Centra.Api.Billing;

/// <summary>What staff see of money. What they do goes through the request (POST /api/requests/...).</summary>
internal static class BillingApi
{
    private static readonly string[] Staff = PolicyTable.All[Policies.SeeBilling].Roles;

    public static void MapBilling(this IEndpointRouteBuilder api)
    {
        api.MapGet("/invoices", InvoicesAsync).RequireAuthorization(Policies.SeeInvoices).WithTags("Billing")
            .WithSummary("Invoices, oldest first; of a request, or by state: owed, settled, superseded, cancelled");
        api.MapGet("/payments", PaymentsAsync).RequireAuthorization(Policies.SeeInvoices).WithTags("Billing")
            .WithSummary("Payments, refunds, waivers and reversals, oldest first; of a request, kind or standing");
        api.MapGet("/ledgers/{requestId}", LedgerAsync).RequireAuthorization(Policies.SeeInvoices).WithTags("Billing").WithSummary("Estimates, ledgers and entries of a request").Refuses(BillingRefusal.LedgerNotFound);
        api.MapGet("/invoices/{number}/document", DocumentAsync).RequireAuthorization(Policies.SeeInvoices).WithTags("Billing").WithSummary("An invoice as PDF").Refuses(BillingRefusal.InvoiceNotFound, BillingRefusal.LedgerNotFound);
        api.MapGet("/ledgers/{requestId}/payments/{paymentId}/receipt", ReceiptAsync).RequireAuthorization(Policies.SeeInvoices).WithTags("Billing").WithSummary("The receipt of a payment as PDF").Refuses(BillingRefusal.ReceiptNotFound, BillingRefusal.LedgerNotFound);
        api.MapUnmatched();
        api.MapPaymentWebhook();
    }

    /// <summary>A page of invoices.</summary>
    public static async Task<IResult> InvoicesAsync(string? request, string? state, string? after, int? limit, Caller caller, HttpContext http, ReadStore read, TimeProvider clock)
    {
        var most = Listing.Limit(limit);
        var rows = await read.Database.ReadAsync(session => BillingList.InvoicesAsync(session, RequestReaders.Of(caller, Staff, clock), request ?? "", state ?? "", after ?? "", most));
        return Listing.Answer(http, new Page<InvoiceItem>([.. rows.Select(InvoiceItem.Of)], rows.Count == most ? rows[^1].Number : null),
            ("number", item => item.Number), ("requestId", item => item.RequestId), ("agreementVersion", item => item.AgreementVersion), ("currency", item => item.Currency),
            ("total", item => item.Total), ("balance", item => item.Balance), ("standing", item => item.Standing), ("issuedAt", item => item.IssuedAt), ("issuedBy", item => item.IssuedBy));
    }

    /// <summary>A page of payments, refunds, waivers and reversals.</summary>
    public static async Task<IResult> PaymentsAsync(string? request, string? kind, string? standing, string? after, int? limit, Caller caller, HttpContext http, ReadStore read, TimeProvider clock)
    {
        var most = Listing.Limit(limit);
        var filter = new PaymentFilter(request ?? "", kind ?? "", standing ?? "");
        var rows = await read.Database.ReadAsync(session => BillingList.PaymentsAsync(session, RequestReaders.Of(caller, Staff, clock), filter, after ?? "", most));
        return Listing.Answer(http, new Page<PaymentItem>([.. rows.Select(PaymentItem.Of)], rows.Count == most ? rows[^1].PaymentKey : null),
            ("entryId", item => item.EntryId), ("requestId", item => item.RequestId), ("kind", item => item.Kind), ("agreementVersion", item => item.AgreementVersion),
            ("currency", item => item.Currency), ("amount", item => item.Amount), ("standing", item => item.Standing), ("means", item => item.Means), ("paymentId", item => item.PaymentId),
            ("bankReference", item => item.BankReference), ("recordedAt", item => item.RecordedAt), ("recordedBy", item => item.RecordedBy), ("decidedAt", item => item.DecidedAt), ("decidedBy", item => item.DecidedBy));
    }

    /// <summary>An invoice as PDF, for whoever reads it.</summary>
    public static async Task<IResult> DocumentAsync(string number, Caller caller, HttpResponse response, ReadStore read, IGrainFactory grains)
    {
        if (await read.Database.ReadAsync(session => BillingList.InvoiceAsync(session, number)) is not { } invoice
            || !await RequestReaders.MayReadAsync(caller, Staff, invoice.RequestId, grains))
            return BillingRefusal.InvoiceNotFound.Because().ToProblem();
        var ledger = await grains.GetGrain<ILedgerGrain>($"ledger/{invoice.RequestId}").View();
        return Pdf(response, ledger.Map(view => InvoicePages.Invoice(view, number)), BillingRefusal.InvoiceNotFound, number);
    }

    /// <summary>The receipt of a payment as PDF, for whoever reads it.</summary>
    public static async Task<IResult> ReceiptAsync(string requestId, string paymentId, Caller caller, HttpResponse response, IGrainFactory grains)
    {
        var ledger = await FindAsync(caller, requestId, grains);
        return Pdf(response, ledger.Map(view => InvoicePages.Receipt(view, paymentId)), BillingRefusal.ReceiptNotFound, $"receipt-{paymentId}");
    }

    private static IResult Pdf(HttpResponse response, Result<byte[]?> document, BillingRefusal none, string name)
    {
        response.Headers.CacheControl = "no-store";
        return document.Value is { } bytes
            ? TypedResults.File(bytes, "application/pdf", $"{name}.pdf")
            : (document.Refusal ?? none.Because()).ToProblem();
    }

    private static async Task<Results<Ok<LedgerView>, ProblemHttpResult>> LedgerAsync(string requestId, Caller caller, HttpResponse response, IGrainFactory grains)
    {
        response.Headers.CacheControl = "no-store";
        return (await FindAsync(caller, requestId, grains)).ToHttp();
    }

    /// <summary>The money of a request, for whoever reads it.</summary>
    public static async Task<Result<LedgerView>> FindAsync(Caller caller, string requestId, IGrainFactory grains) =>
        await RequestReaders.MayReadAsync(caller, Staff, requestId, grains) ? await grains.GetGrain<ILedgerGrain>($"ledger/{requestId}").View() : BillingRefusal.LedgerNotFound;
}
