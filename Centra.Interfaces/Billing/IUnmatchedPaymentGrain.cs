using Orleans;
using Orleans.Concurrency;
using static Centra.Billing.UnmatchedRefusal;

namespace Centra.Billing;

/// <summary>
/// A signed message about money that belongs nowhere yet: kept until a person says where it belongs, or dismisses it. Key: <c>unmatched/ID</c>,
/// the id derived from the message.
/// </summary>
[Alias("centra.billing.unmatched")]
public interface IUnmatchedPaymentGrain : IRecordedGrain
{
    /// <summary>Carries out a command, once.</summary>
    [Alias("handle")]
    Task<Result<UnmatchedView>> Handle(CommandContext context, UnmatchedCommand command);

    /// <summary>The message and what became of it. Refused with <see cref="UnmatchedRefusal.UnmatchedNotFound"/>.</summary>
    [ReadOnly, Alias("view")]
    Task<Result<UnmatchedView>> View();
}

/// <summary>What can be commanded of a message that belongs nowhere yet: a closed family.</summary>
[GenerateSerializer, Immutable, Alias("centra.billing.unmatched-command")]
[RefusedWith(UnmatchedNotFound)]
public abstract record UnmatchedCommand;

/// <summary>Keeps it. By the webhook.</summary>
/// <param name="Told">The message.</param>
/// <param name="Why">Code of the refusal that it met.</param>
[GenerateSerializer, Immutable, Alias("centra.billing.keep-unmatched")]
public sealed record KeepUnmatched([property: Id(0)] ProviderEvent Told, [property: Id(1)] string Why) : UnmatchedCommand;

/// <summary>
/// Somebody is about to assign it to this invoice: until the ledger has answered, nobody can assign it to another, so that money is never in two
/// ledgers. By Finance.
/// </summary>
[GenerateSerializer, Immutable, Alias("centra.billing.claim-unmatched")]
[RefusedWith(UnmatchedIsDecided, UnmatchedIsClaimed)]
public sealed record ClaimUnmatched([property: Id(0)] string InvoiceNumber) : UnmatchedCommand;

/// <summary>The ledger has refused it: it is free again. By Finance.</summary>
[GenerateSerializer, Immutable, Alias("centra.billing.free-unmatched")]
public sealed record FreeUnmatched : UnmatchedCommand;

/// <summary>The ledger of this invoice has it. By Finance.</summary>
[GenerateSerializer, Immutable, Alias("centra.billing.assign-unmatched")]
[RefusedWith(PaymentIsBookedElsewhere, typeof(ClaimUnmatched), typeof(ReceiveProviderEvent))]
public sealed record AssignUnmatched([property: Id(0)] string InvoiceNumber) : UnmatchedCommand;

/// <summary>It is not about any request. By Finance.</summary>
[GenerateSerializer, Immutable, Alias("centra.billing.dismiss-unmatched")]
[RefusedWith(DismissalNeedsAReason, UnmatchedIsDecided, UnmatchedIsClaimed)]
public sealed record DismissUnmatched([property: Id(0)] string Reason) : UnmatchedCommand;

/// <summary>What became of a message that belonged nowhere.</summary>
public enum UnmatchedStanding
{
    /// <summary>There is no such message.</summary>
    None = 0,

    /// <summary>Waits for a person.</summary>
    Open = 1,

    /// <summary>A ledger has it.</summary>
    Assigned = 2,

    /// <summary>A person said that it is not about any request.</summary>
    Dismissed = 3,
}

/// <summary>A message that belonged nowhere.</summary>
/// <param name="UnmatchedId">Its id.</param>
/// <param name="Told">The message.</param>
/// <param name="Why">Code of the refusal that it met.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="Standing">What became of it.</param>
/// <param name="AssignedTo">The invoice that it was assigned to, or is being assigned to.</param>
/// <param name="Reason">Why it was dismissed.</param>
/// <param name="DecidedBy">Who decided.</param>
/// <param name="DecidedAt">When.</param>
[GenerateSerializer, Immutable, Alias("centra.billing.unmatched-view")]
public sealed record UnmatchedView(
    [property: Id(0)] string UnmatchedId,
    [property: Id(1)] ProviderEvent Told,
    [property: Id(2)] string Why,
    [property: Id(3)] DateTimeOffset ReceivedAt,
    [property: Id(4)] UnmatchedStanding Standing,
    [property: Id(5)] string? AssignedTo,
    [property: Id(6)] string? Reason,
    [property: Id(7)] string? DecidedBy,
    [property: Id(8)] DateTimeOffset? DecidedAt);

/// <summary>Why something about such a message is refused.</summary>
public enum UnmatchedRefusal
{
    /// <summary>There is no such message.</summary>
    [Refuses(RefusalKind.NotFound, "There is no such message.")]
    UnmatchedNotFound = 1,

    /// <summary>Somebody is assigning it to another invoice, or that was interrupted: assign it there first.</summary>
    [Refuses(RefusalKind.Conflict, "This message is being assigned to another invoice.")]
    UnmatchedIsClaimed = 2,

    /// <summary>Somebody decided before.</summary>
    [Refuses(RefusalKind.Conflict, "This message was assigned or dismissed before.")]
    UnmatchedIsDecided = 3,

    /// <summary>A reason has 3 to 1,000 characters.</summary>
    [Refuses(RefusalKind.Invalid, "A reason has 3 to 1000 characters.")]
    DismissalNeedsAReason = 4,

    /// <summary>The payment is in the ledger of another request.</summary>
    [Refuses(RefusalKind.Conflict, "This payment is in the ledger of another request already.")]
    PaymentIsBookedElsewhere = 5,
}
