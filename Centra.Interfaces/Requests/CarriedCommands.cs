using Centra.Agreements;
using Centra.Billing;
using Centra.Releases;
using Orleans;

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
