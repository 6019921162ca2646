using Centra.Recording;
using Centra.Storage;
using Microsoft.EntityFrameworkCore;

namespace Centra.Billing;

/// <summary>Keeps the lists of invoices and of payments, refunds, waivers and reversals.</summary>
public sealed class LedgerProjection : MappedProjection
{
    /// <inheritdoc/>
    public override string StreamPrefix => "ledger/";

    /// <inheritdoc/>
    protected override async Task ApplyAsync(ReadContext context, RecordedEvent recorded)
    {
        var request = recorded.Stream[StreamPrefix.Length..];
        if (recorded.Read<InvoiceIssued>() is { } issued)
            context.Add(Row(request, issued));
        else if (recorded.Read<EntryRecorded>() is { } entered)
            context.Add(Row(request, entered.Entry, await CurrencyAsync(context, request)));
        else if (recorded.Read<EntryDecided>() is { } decided)
            await DecideAsync(context, request, decided);
        else if (recorded.Read<LineWritten>() is { } written && await InvoiceAsync(context, request, written.Line.AgreementVersion) is { } owed)
            owed.BalanceCents += Money.InCents(written.Line.Amount);
        else if (recorded.Read<LedgerSuperseded>() is { } superseded && await InvoiceAsync(context, request, superseded.AgreementVersion) is { } replaced)
            replaced.Standing = nameof(LedgerStanding.Superseded);
        else if (recorded.Read<FeeCancelled>() is { } cancelled && await InvoiceAsync(context, request, cancelled.AgreementVersion) is { } ended)
            ended.Standing = nameof(LedgerStanding.Cancelled);
    }

    private static async Task DecideAsync(ReadContext context, string request, EntryDecided decided)
    {
        var row = await context.FindAsync<PaymentRow>($"{request}/{decided.EntryId}") ?? throw new StreamBrokenException($"An entry of the ledger of {request} has no row.");
        (row.Standing, row.AgreementVersion, row.DecidedBy, row.DecidedAt) = (decided.Standing.ToString(), decided.AgreementVersion, decided.By, decided.At.ToUnixTimeMilliseconds());
    }

    private static Task<InvoiceRow?> InvoiceAsync(ReadContext context, string request, int version) =>
        context.Set<InvoiceRow>().FirstOrDefaultAsync(row => row.RequestId == request && row.AgreementVersion == version);

    // Whatever is entered is about an invoice of the request, and they all have one currency.
    private static Task<string> CurrencyAsync(ReadContext context, string request) =>
        context.Set<InvoiceRow>().Where(row => row.RequestId == request).Select(row => row.Currency).FirstAsync();

    private static InvoiceRow Row(string request, InvoiceIssued issued) => new()
    {
        Number = issued.Invoice.Number,
        RequestId = request,
        AgreementVersion = issued.AgreementVersion,
        Currency = issued.Invoice.Currency,
        TotalCents = Money.InCents(issued.Invoice.Total),
        Standing = nameof(LedgerStanding.Open),
        IssuedAt = issued.Invoice.At.ToUnixTimeMilliseconds(),
        IssuedBy = issued.Invoice.By,
    };

    private static PaymentRow Row(string request, LedgerEntry entry, string currency) => new()
    {
        PaymentKey = $"{request}/{entry.EntryId}",
        RequestId = request,
        EntryId = entry.EntryId,
        Kind = entry.Kind.ToString(),
        AgreementVersion = entry.AgreementVersion,
        Currency = currency,
        AmountCents = Money.InCents(entry.Amount),
        Standing = entry.Standing.ToString(),
        Means = entry.Means.ToString(),
        PaymentId = entry.PaymentId,
        BankReference = entry.BankReference,
        RecordedAt = entry.RecordedAt.ToUnixTimeMilliseconds(),
        RecordedBy = entry.RecordedBy,
    };
}
