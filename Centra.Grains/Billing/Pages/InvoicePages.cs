using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Centra.Printing;

namespace Centra.Billing;

/// <summary>Invoices and receipts as pages (PDF). They say what cannot change any more, so that the same one always gives the same bytes.</summary>
public static class InvoicePages
{
    /// <summary>The invoice of a number; null where the ledger has none.</summary>
    public static byte[]? Invoice(LedgerView ledger, string number)
    {
        if (ledger.Ledgers.FirstOrDefault(known => known.Invoice?.Number == number) is not { Invoice: { } invoice } of)
            return null;
        var pages = new PageFlow();
        pages.Title($"Invoice {number}");
        pages.Note(Line($"Request {ledger.RequestId}, agreement version {of.AgreementVersion}, issued {invoice.At:yyyy-MM-dd}, estimate version {invoice.EstimateVersion}"));
        Head(pages, invoice.Parties);
        pages.Heading($"Fee in {invoice.Currency}");
        foreach (var line in invoice.Lines)
        {
            pages.Paragraph("", "", line.Description, 0);
            pages.Amount(Line($"{line.Quantity:0.##} x {line.UnitPrice:N2}"), Line($"{line.Amount:N2}"), isTotal: false);
        }
        pages.Amount("Total", Line($"{invoice.Currency} {invoice.Total:N2}"), isTotal: true);
        pages.Heading("Payment");
        pages.Paragraph("", "", $"Please name the invoice number {number} with the payment. The data are provided when the whole amount has been received.", 0);
        return Write(pages, $"Invoice {number}", invoice.At);
    }

    /// <summary>The receipt of a payment that is in the ledger; null where there is none.</summary>
    public static byte[]? Receipt(LedgerView ledger, string paymentId)
    {
        var payment = ledger.Entries.FirstOrDefault(entry => entry.EntryId == paymentId && entry is { Kind: EntryKind.Payment, Standing: EntryStanding.Done });
        if (payment is null || ledger.Ledgers.First(known => known.AgreementVersion == payment.AgreementVersion) is not { Invoice: { } invoice } of)
            return null;
        var line = of.Lines.First(line => line.Kind is LineKind.Payment && line.EntryId == paymentId);
        var pages = new PageFlow();
        pages.Title($"Receipt of payment {paymentId}");
        pages.Note(Line($"Invoice {invoice.Number}, request {ledger.RequestId}, agreement version {of.AgreementVersion}, entered {line.At:yyyy-MM-dd}"));
        Head(pages, invoice.Parties);
        pages.Heading($"Received in {ledger.Currency}");
        pages.Amount($"{MeansOf(payment.Means)}, reference {payment.BankReference}", Line($"{ledger.Currency} {payment.Amount:N2}"), isTotal: true);
        var owed = of.Lines.TakeWhile(other => other.Number <= line.Number).Sum(other => other.Amount);
        pages.Amount(owed >= 0 ? "Owed under this invoice after it" : "Credit under this invoice after it", Line($"{ledger.Currency} {Math.Abs(owed):N2}"), isTotal: false);
        return Write(pages, $"Receipt of payment {paymentId}", line.At);
    }

    private static void Head(PageFlow pages, InvoiceParties? parties)
    {
        if (parties is null)
            return;
        pages.Paragraph("", "From: ", parties.From, 0);
        pages.Paragraph("", "To: ", parties.BillTo, 0);
    }

    private static string MeansOf(PaymentMeans means) => means switch
    {
        PaymentMeans.Wire => "Bank transfer",
        PaymentMeans.Cheque => "Cheque",
        PaymentMeans.PurchaseOrder => "Purchase order",
        _ => "Payment provider",
    };

    private static byte[] Write(PageFlow pages, string title, DateTimeOffset at)
    {
        var identity = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{title}\n{at:O}")));
        return pages.ToPdf(new PdfInfo(title, DateOnly.FromDateTime(at.UtcDateTime), identity), (page, of) => [Line($"{title}   |   Page {page} of {of}")]);
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
