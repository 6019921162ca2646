using Orleans;
using static Centra.Requests.DataRequestRefusal;

namespace Centra.Requests;

/// <summary>A member of the team accepts the terms of the agreement. Without it that member cannot download.</summary>
/// <param name="AgreementVersion">The version that was shown.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.accept-terms")]
[RefusedWith(AgreementHasChanged)]
public sealed record AcceptTerms([property: Id(0)] int AgreementVersion) : RequestCommand;

/// <summary>The society does not fulfil the request, at its discretion. A second person has to approve.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.decline-to-fulfil")]
[RefusedWith(ReasonIsMissing)]
public sealed record DeclineToFulfil([property: Id(0)] string Reason) : RequestCommand;

/// <summary>The second person's approval.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.approve-declining")]
public sealed record ApproveDeclining : RequestCommand;

/// <summary>What became of the data: owed every year after the first download.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.report-progress")]
[RefusedWith(TextIsMissing, NothingWasDownloaded)]
public sealed record ReportProgress([property: Id(0)] string Text) : RequestCommand;

/// <summary>A publication made with the data.</summary>
/// <param name="Citation">The citation.</param>
/// <param name="Identifier">DOI or other identifier.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.report-publication")]
[RefusedWith(TextIsMissing, NothingWasDownloaded)]
public sealed record ReportPublication([property: Id(0)] string Citation, [property: Id(1)] string Identifier) : RequestCommand;

/// <summary>Something went wrong with the data. Downloads pause at once.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.report-incident")]
[RefusedWith(TextIsMissing)]
public sealed record ReportIncident([property: Id(0)] string Text) : RequestCommand;

/// <summary>The applicant certifies that all data were destroyed.</summary>
/// <param name="Certificate">How, when, by whom.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.attest-destruction")]
[RefusedWith(TextIsMissing)]
public sealed record AttestDestruction([property: Id(0)] string Certificate) : RequestCommand;

/// <summary>The applicant closes the request out.</summary>
/// <param name="Report">The final report.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.close-out")]
[RefusedWith(TextIsMissing)]
public sealed record CloseOut([property: Id(0)] string Report) : RequestCommand;

/// <summary>A steward accepts the close-out.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.accept-close-out")]
public sealed record AcceptCloseOut : RequestCommand;

/// <summary>Access stops at once, until it is resumed.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.pause")]
[RefusedWith(ReasonIsMissing)]
public sealed record Pause([property: Id(0)] string Reason) : RequestCommand;

/// <summary>Access goes on.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.resume")]
[RefusedWith(ReasonIsMissing)]
public sealed record Resume([property: Id(0)] string Reason) : RequestCommand;

/// <summary>Access ends for good.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.revoke")]
[RefusedWith(ReasonIsMissing)]
public sealed record Revoke([property: Id(0)] string Reason) : RequestCommand;
