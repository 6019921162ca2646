using System.Globalization;
using Centra.Agreements;
using Centra.Billing;
using Centra.Recording;
using Centra.Releases;
using Centra.Requests;
using Centra.Storage;

namespace Centra.Notifications;

/// <summary>Notes in the event's own transaction who has to be told: never lost, and no command waits for it.</summary>
/// <param name="prefix">Which streams.</param>
/// <param name="tell">Who is told of an event.</param>
public abstract class NotificationProjection(string prefix, Func<RecordedEvent, IEnumerable<Telling>> tell) : IProjection
{
    /// <inheritdoc/>
    public string StreamPrefix => prefix;

    /// <inheritdoc/>
    public bool Concerns(string type) => type is not (nameof(SectionEdited) or nameof(InterestsDeclared));

    /// <inheritdoc/>
    public async Task ApplyAsync(DbSession session, IReadOnlyList<RecordedEvent> events)
    {
        // Once content was removed nobody is told any more of what was before.
        var first = events.ToList().FindLastIndex(recorded => recorded.Type == Tombstone.RemovalEvent) + 1;
        foreach (var recorded in events.Skip(first))
        {
            var number = 0;
            foreach (var telling in tell(recorded))
                await AddAsync(session, recorded, telling, ++number);
        }
    }

    private Task AddAsync(DbSession session, RecordedEvent recorded, Telling telling, int number) => NotificationRow.AddAsync(session, new NotificationRow(
        $"{recorded.Stream.Replace('/', '-')}-{recorded.Position}-{number}", recorded.Stream[prefix.Length..], telling.Template, telling.Audience.ToString(), telling.UserId,
        telling.Reason, telling.Number, recorded.CommandId.ToString(), recorded.At.ToUnixTimeMilliseconds()));
}

/// <summary>Of requests.</summary>
public sealed class RequestNotifications() : NotificationProjection("request/", RequestTellings.Of);

/// <summary>Of agreements: what the request's own events do not tell.</summary>
public sealed class AgreementNotifications() : NotificationProjection("agreement/", recorded => recorded.Type switch
{
    nameof(ChangesRequested) => [new("changes-requested", Audience.Managers)],
    nameof(AgreementSigned) => [new("agreement-to-countersign", Audience.Signatories)],
    _ => [],
});

/// <summary>Of releases.</summary>
public sealed class ReleaseNotifications() : NotificationProjection("release/", recorded => recorded.Type switch
{
    nameof(ReleaseBuilt) => [new("release-to-approve", Audience.Stewards)],
    _ => [],
});

/// <summary>Of money. The amount stands where other messages have a reason.</summary>
public sealed class BillingNotifications() : NotificationProjection("ledger/", recorded => recorded.Type switch
{
    nameof(InvoiceIssued) when recorded.Read<InvoiceIssued>()!.Invoice is var invoice =>
        [new("invoice-issued", Audience.Applicants, Reason: string.Create(CultureInfo.InvariantCulture, $"{invoice.Total:0.00} {invoice.Currency}"))],
    nameof(EntryRecorded) when recorded.Read<EntryRecorded>()!.Entry is { Kind: EntryKind.Payment } entry =>
        [new("payment-to-confirm", Audience.Finance, Reason: entry.Amount.ToString("0.00", CultureInfo.InvariantCulture))],
    _ => [],
});
