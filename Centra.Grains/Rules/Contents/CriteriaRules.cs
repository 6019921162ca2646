using System.Collections.Immutable;
using Centra.Documents;

namespace Centra.Rules;

/// <summary>What requests are evaluated by: each criterion with a score from 1 to 5 and words.</summary>
/// <param name="Criteria">The criteria in the order of the form.</param>
public sealed record CriteriaRules(ImmutableArray<Criterion> Criteria) : IRulesContent<CriteriaRules>
{
    /// <summary>The worst score.</summary>
    public const int LowestScore = 1;

    /// <summary>The best score.</summary>
    public const int HighestScore = 5;

    /// <inheritdoc/>
    public static string Kind => RulesKinds.Criteria;

    /// <inheritdoc/>
    public static CriteriaRules Read(Fields fields)
    {
        var criteria = fields.List("criteria", item => new Criterion(item.Key("key"), item.Text("name"), item.Text("question", 1000)), least: 1, most: 30);
        fields.Once("criteria", criteria.Select(criterion => criterion.Key));
        return new CriteriaRules(criteria);
    }
}

/// <summary>A criterion.</summary>
/// <param name="Key">What evaluations refer to it by.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Question">What a reviewer answers.</param>
public sealed record Criterion(string Key, string Name, string Question);
