using Orleans;

namespace Centra.Agreements;

/// <summary>What the request goes on by.</summary>
/// <param name="Version">Number of the current version; 0 before one was issued.</param>
/// <param name="Sha256">SHA-256 of its document.</param>
/// <param name="IsFullyExecuted">Whether institution and society, two persons, both signed exactly the current version.</param>
/// <param name="IsDeclined">Whether it was declined, lapsed, or ended with the request.</param>
/// <param name="Starts">Day of the society's signature in the society's zone.</param>
/// <param name="Ends">Last day, ending 24:00 in the society's zone.</param>
/// <param name="AcceptedEstimate">The total that the institution's signature accepted; null while the current version has none.</param>
/// <param name="EstimateVersion">Version of the estimate in the current version; 0 before one was issued.</param>
/// <param name="HasOpenChangeRequest">Whether changes of the current version are asked for and not answered.</param>
/// <param name="HasScan">Whether a scan of the signed paper was handed in; without two attestations it is no signature yet.</param>
[GenerateSerializer, Immutable, Alias("centra.agreements.facts")]
public sealed record AgreementFacts(
    [property: Id(0)] int Version,
    [property: Id(1)] string? Sha256,
    [property: Id(2)] bool IsFullyExecuted,
    [property: Id(3)] bool IsDeclined,
    [property: Id(4)] DateOnly? Starts,
    [property: Id(5)] DateOnly? Ends,
    [property: Id(6)] decimal? AcceptedEstimate,
    [property: Id(7)] int EstimateVersion,
    [property: Id(8)] bool HasOpenChangeRequest,
    [property: Id(9)] bool HasScan = false);
