using Orleans;
using static Centra.Access.AccessRefusal;

namespace Centra.Access;

/// <summary>
/// One disclosure of a patient's data to somebody outside, by law or by the patient's authorization: two officers, delivered once. Key:
/// <c>disclosure/ID</c>. Whom it is of and to whom it goes stands in the vault.
/// </summary>
[Alias("centra.access.disclosure")]
public interface IDisclosureGrain : IRecordedGrain
{
    /// <summary>Carries out an officer's command, once.</summary>
    [Alias("handle")]
    Task<Result<DisclosureView>> Handle(CommandContext context, DisclosureCommand command);
}

/// <summary>What allows a disclosure.</summary>
public enum DisclosureBasis
{
    /// <summary>Never sent.</summary>
    None = 0,

    /// <summary>Required or permitted by law (45 CFR 164.512).</summary>
    Law = 1,

    /// <summary>The patient's written authorization (45 CFR 164.508).</summary>
    Authorization = 2,
}

/// <summary>Where a disclosure stands.</summary>
public enum DisclosureStage
{
    /// <summary>There is no such disclosure.</summary>
    None = 0,

    /// <summary>Waits for a second officer.</summary>
    Proposed = 1,

    /// <summary>May be delivered, once.</summary>
    Approved = 2,

    /// <summary>Its data were handed out.</summary>
    Delivered = 3,
}

/// <summary>What can be commanded of a disclosure: a closed family.</summary>
[GenerateSerializer, Immutable, Alias("centra.access.disclosure-command")]
public abstract record DisclosureCommand;

/// <summary>Proposes a disclosure.</summary>
/// <param name="PracticeId">The practice that the patient is of.</param>
/// <param name="Basis">What allows it.</param>
/// <param name="OrderSha256">SHA-256 of the order or of the patient's form, 64 hex digits.</param>
/// <param name="Patient">Keyed hash of whom it is of, so that a repeat about somebody else is known for another command.</param>
[RefusedWith(DisclosureIsIncomplete)]
[GenerateSerializer, Immutable, Alias("centra.access.propose-disclosure")]
public sealed record ProposeDisclosure(
    [property: Id(0)] string PracticeId,
    [property: Id(1)] DisclosureBasis Basis,
    [property: Id(2)] string OrderSha256,
    [property: Id(3)] Key128 Patient) : DisclosureCommand;

/// <summary>Approves it. By an officer other than the proposer.</summary>
[RefusedWith(DisclosureNotFound, SecondOfficerApproves)]
[GenerateSerializer, Immutable, Alias("centra.access.approve-disclosure")]
public sealed record ApproveDisclosure : DisclosureCommand;

/// <summary>Begins to hand its data out.</summary>
[RefusedWith(DisclosureNotFound, DisclosureIsNotApproved)]
[GenerateSerializer, Immutable, Alias("centra.access.deliver-disclosure")]
public sealed record DeliverDisclosure : DisclosureCommand;

/// <summary>A disclosure, without whom it is of.</summary>
/// <param name="DisclosureId">The disclosure.</param>
/// <param name="PracticeId">The practice that the patient is of.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Basis">What allows it.</param>
/// <param name="OrderSha256">SHA-256 of the order or form.</param>
/// <param name="ProposedBy">The first officer.</param>
/// <param name="ProposedAt">When.</param>
/// <param name="ApprovedBy">The second officer.</param>
/// <param name="ApprovedAt">When.</param>
[GenerateSerializer, Immutable, Alias("centra.access.disclosure-view")]
public sealed record DisclosureView(
    [property: Id(0)] string DisclosureId,
    [property: Id(1)] string PracticeId,
    [property: Id(2)] DisclosureStage Stage,
    [property: Id(3)] DisclosureBasis Basis,
    [property: Id(4)] string OrderSha256,
    [property: Id(5)] string ProposedBy,
    [property: Id(6)] DateTimeOffset ProposedAt,
    [property: Id(7)] string? ApprovedBy,
    [property: Id(8)] DateTimeOffset? ApprovedAt);
