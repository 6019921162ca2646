using Centra.Billing;

namespace Centra.Tests.Billing;

/// <summary>What a provider tells of one invoice, in whatever order the network brings it.</summary>
internal static class Provider
{
    /// <summary>Messages in the order in which they happened; they fit together in that order.</summary>
    public static IReadOnlyList<(ProviderEventKind Kind, string Payment, string? Movement, decimal Amount)> Messages { get; } =
    [
        (ProviderEventKind.Payment, "pay1", null, 600m), (ProviderEventKind.Refund, "pay1", "re1", 100m), (ProviderEventKind.Payment, "pay2", null, 333.33m),
        (ProviderEventKind.Reversal, "pay2", "cb1", 333.33m), (ProviderEventKind.Payment, "pay3", null, 900m), (ProviderEventKind.Refund, "pay1", "re2", 500m), (ProviderEventKind.Refund, "pay3", "re3", 0.01m),
    ];

    /// <summary>All of them in an order that the numbers give, some more than once.</summary>
    public static IEnumerable<(ProviderEventKind Kind, string Payment, string? Movement, decimal Amount)> Shuffled(int[] numbers) =>
        numbers.Select(number => Messages[number % Messages.Count]).Concat(Enumerable.Range(0, Messages.Count).OrderBy(at => numbers.Aggregate(at * 7919, (mixed, number) => unchecked((mixed * 31) ^ (number >> (at & 3))))).Select(at => Messages[at]));

    /// <summary>What is owed after them, of an invoice of 1000.</summary>
    public static decimal Balance(IEnumerable<(ProviderEventKind Kind, string Payment, string? Movement, decimal Amount)> messages)
    {
        var book = Book.Invoiced();
        foreach (var (kind, payment, movement, amount) in messages)
            book.Tell(kind, payment, amount, movement).ShouldBe("");
        return book.Balance();
    }
}
