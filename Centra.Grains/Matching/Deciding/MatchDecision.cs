namespace Centra.Matching;

/// <summary>What one opt-out says of one identity.</summary>
/// <param name="Outcome">What becomes of the record.</param>
/// <param name="Weight">Evidence less prior, in bits; only comparable within one model version.</param>
/// <param name="Pattern">The explanation for people.</param>
public sealed record MatchDecision(MatchOutcome Outcome, double Weight, AgreementPattern Pattern);
