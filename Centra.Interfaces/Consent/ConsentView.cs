using System.Collections.Immutable;
using Orleans;

namespace Centra.Consent;

/// <summary>An opt-out as its practice and officers see it.</summary>
/// <param name="OptOutId">The opt-out.</param>
/// <param name="PracticeId">The practice that sent it.</param>
/// <param name="Reference">What the practice's paper is marked with; generated, derived from nothing.</param>
/// <param name="Sequence">The register's sequence.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="EnforcedAt">From when on it held.</param>
/// <param name="InForce">Whether it still holds.</param>
/// <param name="Receipt">The signed receipt.</param>
/// <param name="Erased">What it did in this practice's own store; the receipt says the same.</param>
/// <param name="Repeated">Whether it stood before this command: same practice, same identity, or the same Idempotency-Key.</param>
[GenerateSerializer, Immutable, Alias("centra.consent.view")]
public sealed record OptOutView(
    [property: Id(0)] string OptOutId,
    [property: Id(1)] string PracticeId,
    [property: Id(2)] string Reference,
    [property: Id(3)] long Sequence,
    [property: Id(4)] DateTimeOffset ReceivedAt,
    [property: Id(5)] DateTimeOffset EnforcedAt,
    [property: Id(6)] bool InForce,
    [property: Id(7)] OptOutReceipt Receipt,
    [property: Id(9)] OptOutTotals Erased,
    [property: Id(8)] bool Repeated);

/// <summary>What an opt-out did: in one practice's own store, or, for privacy officers only, in all.</summary>
/// <param name="PatientsErased">Patients, a person counted once a practice.</param>
/// <param name="RecordsErased">Identifiable records.</param>
/// <param name="PatientsHeld">Patients hidden until decided.</param>
[GenerateSerializer, Immutable, Alias("centra.consent.totals")]
public sealed record OptOutTotals(
    [property: Id(0)] int PatientsErased,
    [property: Id(1)] long RecordsErased,
    [property: Id(2)] int PatientsHeld);

/// <summary>A request that opt-outs be withdrawn.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="OptOutId">The opt-out it names.</param>
/// <param name="PracticeId">Who asks.</param>
/// <param name="Reason">Why.</param>
/// <param name="RequestedAt">When.</param>
/// <param name="IsOpen">Whether it waits for an officer.</param>
/// <param name="Withdrawn">Ids of the opt-outs that it ended, once confirmed.</param>
/// <param name="Declined">The officer's words, where it was declined.</param>
[GenerateSerializer, Immutable, Alias("centra.consent.withdrawal")]
public sealed record WithdrawalView(
    [property: Id(0)] string RequestId,
    [property: Id(1)] string OptOutId,
    [property: Id(2)] string PracticeId,
    [property: Id(3)] WithdrawalKind Reason,
    [property: Id(4)] DateTimeOffset RequestedAt,
    [property: Id(5)] bool IsOpen,
    [property: Id(6)] ImmutableArray<string> Withdrawn,
    [property: Id(7)] string? Declined);
