using Centra.Recording;
using Centra.Storage;

namespace Centra.Billing;

/// <summary>Keeps the list of messages that belong nowhere.</summary>
public sealed class UnmatchedProjection : MappedProjection
{
    /// <inheritdoc/>
    public override string StreamPrefix => "unmatched/";

    /// <inheritdoc/>
    protected override async Task ApplyAsync(ReadContext context, RecordedEvent recorded)
    {
        var id = recorded.Stream[StreamPrefix.Length..];
        if (recorded.Read<UnmatchedKept>() is { } kept)
        {
            context.Add(Row(id, kept));
            return;
        }
        var row = await context.FindAsync<UnmatchedRow>(id) ?? throw new StreamBrokenException($"Message {id} has no row.");
        if (recorded.Read<UnmatchedAssigned>() is { } assigned)
            (row.Standing, row.AssignedTo, row.DecidedBy, row.DecidedAt) = (nameof(UnmatchedStanding.Assigned), assigned.InvoiceNumber, assigned.By, assigned.At.ToUnixTimeMilliseconds());
        else if (recorded.Read<UnmatchedDismissed>() is { } dismissed)
            (row.Standing, row.DecidedBy, row.DecidedAt) = (nameof(UnmatchedStanding.Dismissed), dismissed.By, dismissed.At.ToUnixTimeMilliseconds());
    }

    private static UnmatchedRow Row(string id, UnmatchedKept kept) => new()
    {
        UnmatchedId = id,
        EventId = kept.Told.EventId,
        Kind = kept.Told.Kind.ToString(),
        InvoiceNumber = kept.Told.InvoiceNumber,
        PaymentId = kept.Told.PaymentId,
        Currency = kept.Told.Currency,
        AmountCents = Money.InCents(kept.Told.Amount),
        Why = kept.Why,
        ReceivedAt = kept.At.ToUnixTimeMilliseconds(),
        Standing = nameof(UnmatchedStanding.Open),
    };
}
