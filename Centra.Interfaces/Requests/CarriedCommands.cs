using Centra.Agreements;
using Centra.Billing;
using Centra.Releases;
using Orleans;
using static Centra.Requests.DataRequestRefusal;

namespace Centra.Requests;

/// <summary>A command for the request's agreement.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.for-agreement")]
public sealed record ForAgreement([property: Id(0)] AgreementCommand Command) : RequestCommand;

/// <summary>A command for the request's ledger.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.for-ledger")]
public sealed record ForLedger([property: Id(0)] LedgerCommand Command) : RequestCommand;

/// <summary>A command for the request's release.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.for-release")]
public sealed record ForRelease([property: Id(0)] ReleaseCommand Command) : RequestCommand;

/// <summary>The agreement's first text, made from the request, the pinned template and the newest estimate. By a request manager.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.draw-up-agreement")]
[RefusedWith(FactsAreMissing, BillingRefusal.LedgerNotFound, typeof(IssueAgreement))]
public sealed record DrawUpAgreement : RequestCommand;

/// <summary>A new version of the agreement, made anew; all signatures are void.</summary>
/// <param name="Note">What has changed, for those who sign.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.redraw-agreement")]
[RefusedWith(FactsAreMissing, BillingRefusal.LedgerNotFound, typeof(ReviseAgreement))]
public sealed record RedrawAgreement([property: Id(0)] string Note) : RequestCommand;

/// <summary>An estimate from the pinned price book. By finance.</summary>
/// <param name="ExtraHours">Hours of work beyond those of the price book.</param>
/// <param name="Waiver">A waiver of the price book; null: none.</param>
/// <param name="Note">For a later estimate: what has changed. A later estimate makes a new version of an agreement that was issued.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.estimate")]
[RefusedWith(FactsAreMissing, typeof(EstimateRefusal), typeof(IssueEstimate), typeof(ReviseEstimate), typeof(ReviseAgreement))]
public sealed record EstimateCost([property: Id(0)] decimal ExtraHours, [property: Id(1)] string? Waiver, [property: Id(2)] string? Note) : RequestCommand;
