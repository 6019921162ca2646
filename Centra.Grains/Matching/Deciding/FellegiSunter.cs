namespace Centra.Matching;

/// <summary>
/// The decision whether an opt-out is of this person, after Fellegi and Sunter (1969): each field's agreement weighs for or against in
/// bits, the prior against by the number of opt-outs. Rules then bound what weight alone would say; see <see cref="MatchBounds"/>.
/// </summary>
public static class FellegiSunter
{
    /// <summary>Decides about one opt-out. Every opt-out is decided on its own; the severest outcome counts.</summary>
    /// <param name="optOut">The opted-out person.</param>
    /// <param name="incoming">The person of the record.</param>
    /// <param name="model">Weights and thresholds.</param>
    /// <param name="optOuts">Opt-outs in the register: the same evidence weighs less the more there are.</param>
    public static MatchDecision Decide(Comparators optOut, Comparators incoming, MatchModel model, long optOuts) =>
        Decide(Comparison.Of(optOut, incoming), model, optOuts);

    /// <summary>The same of an agreement pattern.</summary>
    public static MatchDecision Decide(AgreementPattern pattern, MatchModel model, long optOuts)
    {
        var weight = model.Evidence(pattern) - model.Prior(optOuts);
        var byWeight = weight >= model.SuppressAt ? MatchOutcome.Suppressed
            : weight >= model.ReviewAt ? MatchOutcome.Review
            : MatchOutcome.Permitted;
        return new MatchDecision(MatchBounds.Apply(byWeight, pattern, model), weight, pattern);
    }
}
