using Centra.Billing;

namespace Centra.Tests.Billing;

public class InvoicePagesTests
{
    private static readonly InvoiceParties Parties = new("Society for Cancer Research, Alexandria VA", "Universität Zürich, PO 4711");

    [Fact]
    public void Invoice_SaysWhatIsAskedForAndOfWhom()
    {
        var (ledger, number) = Invoiced();
        var text = PdfText.Of(InvoicePages.Invoice(ledger, number)!);

        foreach (var words in new[] { $"Invoice {number}", "Request req-1, agreement version 1", "Universität Zürich, PO 4711", "1.5 x 100.25", "150.38", "USD 1,150.38", "Page 1 of 1" })
            text.ShouldContain(words);
    }

    [Fact]
    public void Pages_AreTheSameBytes_WhateverHappensAfter()
    {
        var book = Book();
        var before = View(book);
        book.Pay("p1", 100m);
        var (invoice, receipt) = (InvoicePages.Invoice(View(book), book.Number(1)), InvoicePages.Receipt(View(book), "p1"));
        book.Pay("p2", 200m);
        book.Send(new RecordReversal("p1", "v1", 100m, "USD", "Chargeback")).ShouldBe("");

        InvoicePages.Invoice(before, book.Number(1)).ShouldBe(invoice);
        InvoicePages.Invoice(View(book), book.Number(1)).ShouldBe(invoice);
        InvoicePages.Receipt(View(book), "p1").ShouldBe(receipt);
    }

    [Fact]
    public void Receipt_SaysWhatCameAndWhatIsOwed()
    {
        var book = Book();
        book.Send(new RecordPayment(1, "p0", 1m, "USD", "pending", PaymentMeans.Wire)).ShouldBe("");
        book.Pay("p1", 1000m);
        book.Pay("p2", 151m);

        PdfText.Of(InvoicePages.Receipt(View(book), "p1")!).ShouldContain("Bank transfer, reference REF P1");
        PdfText.Of(InvoicePages.Receipt(View(book), "p1")!).ShouldContain("Owed under this invoice after it USD 150.38");
        PdfText.Of(InvoicePages.Receipt(View(book), "p2")!).ShouldContain("Credit under this invoice after it USD 0.62");
        InvoicePages.Receipt(View(book), "p0").ShouldBeNull();
        InvoicePages.Invoice(View(book), "INV-none").ShouldBeNull();
    }

    [Fact]
    public void Parties_WithoutAName_AreRefused() =>
        Billing.Book.Estimated().Send(new IssueInvoice(1, 1000m, 1, [], new InvoiceParties(" ", "x"))).ShouldBe(nameof(BillingRefusal.PartiesAreWrong));

    private static (LedgerView Ledger, string Number) Invoiced()
    {
        var book = Book();
        if (Environment.GetEnvironmentVariable("CENTRA_PAGES") is { Length: > 0 } path)
            File.WriteAllBytes(path, InvoicePages.Invoice(View(book), book.Number(1))!);
        return (View(book), book.Number(1));
    }

    private static Book Book()
    {
        var book = new Book();
        book.Send(new IssueEstimate(1, "USD", [new CostLine("survey", "Survey: base fee", 1, 1000m, 1000m), new CostLine("hours", "Survey: hours of work", 1.5m, 100.25m, 150.38m)])).ShouldBe("");
        book.Send(new IssueInvoice(1, 1150.38m, 1, [], Parties)).ShouldBe("");
        return book;
    }

    private static LedgerView View(Book book) => LedgerForm.View("req-1", book.State);
}
