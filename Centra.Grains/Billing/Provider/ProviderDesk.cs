using Centra.Storage;
using Orleans;

namespace Centra.Billing;

/// <summary>
/// Takes what the payment provider told, its signature checked: to the ledger whose invoice it names, or into the keeping of a person. Nothing is
/// dropped, and whatever comes twice gets the first answer.
/// </summary>
public sealed class ProviderDesk(ILedgerDoor door, IGrainFactory grains, ReadStore read, IdSource ids)
{
    /// <summary>The actor of what the provider told.</summary>
    public const string Actor = "webhook:payments";

    /// <summary>Whether a ledger has it, or a person will have to look. Refused only when something is not available now.</summary>
    public async Task<Result<ProviderAnswer>> ReceiveAsync(ProviderEvent told)
    {
        var context = new CommandContext(CommandId.From(Actor, "provider-event", told.EventId), new Actor(Actor, null));
        if (!(await Unmatched(UnmatchedForm.IdOf(told)).View()).IsRefused)
            return ProviderAnswer.KeptForAPerson;
        var found = await FindAsync(told.InvoiceNumber, told.PaymentId);
        var sent = found.IsRefused ? found.Refusal : (await door.SendAsync(found.Value.RequestId, context, new ReceiveProviderEvent(told, IsAssigned: false))).Refusal;
        return sent switch
        {
            null => ProviderAnswer.Booked,
            { Kind: RefusalKind.Unavailable or RefusalKind.TooMany } => sent,
            _ => (await Unmatched(UnmatchedForm.IdOf(told)).Handle(context, new KeepUnmatched(told, sent.Code))).Map(_ => ProviderAnswer.KeptForAPerson),
        };
    }

    /// <summary>Assigns a message that belonged nowhere to an invoice. A payment then waits in that ledger for a second person.</summary>
    public async Task<Result<UnmatchedView>> AssignAsync(CommandContext context, string unmatchedId, string invoiceNumber)
    {
        var kept = Unmatched(unmatchedId);
        var claimed = await kept.Handle(New(context), new ClaimUnmatched(invoiceNumber));
        if (claimed.IsRefused)
            return await AgainAsync(kept, invoiceNumber, claimed);
        var told = claimed.Value.Told with { InvoiceNumber = invoiceNumber };
        var found = await FindAsync(invoiceNumber, told.PaymentId);
        var sent = found.IsRefused ? found.Refusal : (await door.SendAsync(found.Value.RequestId, context, new ReceiveProviderEvent(told, IsAssigned: true))).Refusal;
        if (sent is null)
            return await kept.Handle(New(context), new AssignUnmatched(invoiceNumber));
        await kept.Handle(New(context), new FreeUnmatched());
        return sent;
    }

    /// <summary>Dismisses a message that belonged nowhere.</summary>
    public Task<Result<UnmatchedView>> DismissAsync(CommandContext context, string unmatchedId, string reason) =>
        Unmatched(unmatchedId).Handle(context, new DismissUnmatched(reason));

    private async Task<Result<InvoiceRow>> FindAsync(string invoiceNumber, string paymentId)
    {
        if (await read.Database.ReadAsync(session => BillingList.InvoiceAsync(session, invoiceNumber)) is not { } invoice)
            return BillingRefusal.InvoiceNotFound;
        return await read.Database.ReadAsync(session => BillingList.ElsewhereAsync(session, paymentId, invoice.RequestId)) > 0
            ? UnmatchedRefusal.PaymentIsBookedElsewhere
            : invoice;
    }

    // The repeat of an assignment that was finished is answered as the first time.
    private static async Task<Result<UnmatchedView>> AgainAsync(IUnmatchedPaymentGrain kept, string invoiceNumber, Result<UnmatchedView> refused) =>
        await kept.View() is { Value: { Standing: UnmatchedStanding.Assigned } view } && view.AssignedTo == invoiceNumber ? view : refused;

    // Claiming and freeing alternate: what they were answered before says nothing, their rules know where the message stands.
    private CommandContext New(CommandContext context) => context with { Id = ids.NewCommandId() };

    private IUnmatchedPaymentGrain Unmatched(string id) => grains.GetGrain<IUnmatchedPaymentGrain>($"unmatched/{id}");
}

/// <summary>What became of a message.</summary>
public enum ProviderAnswer
{
    /// <summary>Nothing yet.</summary>
    None = 0,

    /// <summary>A ledger has it, now or since it first came.</summary>
    Booked = 1,

    /// <summary>A person has to look where it belongs.</summary>
    KeptForAPerson = 2,
}
