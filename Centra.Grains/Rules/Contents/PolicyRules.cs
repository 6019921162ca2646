using System.Collections.Immutable;
using Centra.Documents;

namespace Centra.Rules;

/// <summary>A version of the information sharing policy, and the checklist that a request is held against.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Text">The policy, Markdown.</param>
/// <param name="Checklist">What the manager answers for each request.</param>
public sealed record PolicyRules(string Title, string Text, ImmutableArray<PolicyItem> Checklist) : IRulesContent<PolicyRules>
{
    /// <inheritdoc/>
    public static string Kind => RulesKinds.Policy;

    /// <inheritdoc/>
    public static PolicyRules Read(Fields fields)
    {
        var policy = new PolicyRules(fields.Text("title"), fields.Prose("text", 100_000), fields.List(
            "checklist", item => new PolicyItem(item.Key("key"), item.Text("question", 500), item.TextOrNull("help", 1000)), least: 1, most: 50));
        fields.Once("checklist", policy.Checklist.Select(item => item.Key));
        return policy;
    }
}

/// <summary>An item of the checklist. "No" means that the request is not consistent with the policy.</summary>
/// <param name="Key">What answers refer to it by.</param>
/// <param name="Question">A question with yes or no.</param>
/// <param name="Help">What to look at.</param>
public sealed record PolicyItem(string Key, string Question, string? Help);
