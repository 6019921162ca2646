using Centra.Documents;

namespace Centra.Rules;

/// <summary>How a committee comes to a decision.</summary>
/// <param name="Quorum">Unrecused evaluations that a decision needs: an absolute number, never lowered.</param>
/// <param name="SealedBallots">Whether nobody sees an evaluation before the ballot closes.</param>
/// <param name="BallotDays">Calendar days from the assignment to the end of a ballot.</param>
/// <param name="ExtensionDays">Calendar days that an extension adds.</param>
/// <param name="Reviewers">How many are assigned.</param>
/// <param name="ReconsiderDays">Calendar days in which a denied request can be asked to be reconsidered.</param>
/// <param name="Tie">What a tie is.</param>
public sealed record CommitteeRules(int Quorum, bool SealedBallots, int BallotDays, int ExtensionDays, int Reviewers, int ReconsiderDays, TieRule Tie) : IRulesContent<CommitteeRules>
{
    /// <inheritdoc/>
    public static string Kind => RulesKinds.Committee;

    /// <inheritdoc/>
    public static CommitteeRules Read(Fields fields)
    {
        var rules = new CommitteeRules(
            fields.Whole("quorum", 1, 25), fields.Flag("sealedBallots", true), fields.Whole("ballotDays", 1, 180), fields.Whole("extensionDays", 1, 90),
            fields.Whole("reviewers", 1, 25), fields.Whole("reconsiderDays", 1, 365), fields.Choice<TieRule>("tie", TieRule.NotApproved));
        if (rules.Reviewers < rules.Quorum)
            fields.Fault("reviewers", "needs to be the quorum or more, or no ballot could reach it");
        return rules;
    }
}

/// <summary>What as many approvals as denials are.</summary>
public enum TieRule
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>Not approved.</summary>
    NotApproved = 1,

    /// <summary>Approved.</summary>
    Approved = 2,
}
