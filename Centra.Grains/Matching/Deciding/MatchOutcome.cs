namespace Centra.Matching;

/// <summary>What becomes of a record, as far as one opt-out goes. The numbers ascend with severity.</summary>
public enum MatchOutcome
{
    None = 0,

    /// <summary>Not this opt-out's person.</summary>
    Permitted = 1,

    /// <summary>Perhaps: withheld until a privacy officer has decided.</summary>
    Review = 2,

    /// <summary>The opted-out person: withheld for good.</summary>
    Suppressed = 3,
}
