using System.Collections.Immutable;
using Centra.Datasets;
using Centra.Documents;

namespace Centra.Rules;

/// <summary>The text of data use agreements. Placeholders stand as <c>{{name}}</c>.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="TermMonths">How long an agreement usually runs.</param>
/// <param name="SignDays">Calendar days after which an unsigned agreement lapses.</param>
/// <param name="Text">The text, Markdown; the clauses go where <c>{{clauses}}</c> stands.</param>
/// <param name="Clauses">Clauses, each for some sensitivities.</param>
public sealed record AgreementTemplate(string Title, int TermMonths, int SignDays, string Text, ImmutableArray<AgreementClause> Clauses) : IRulesContent<AgreementTemplate>
{
    /// <summary>Names that a text may have.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        "society", "requestId", "title", "version", "issuedOn", "institution", "institutionId", "principalInvestigator", "signingOfficial", "purpose", "datasets", "variables", "cohort",
        "team", "conditions", "cost", "currency", "termMonths", "sensitivity", "clauses",
    ];

    /// <inheritdoc/>
    public static string Kind => RulesKinds.AgreementTemplate;

    /// <summary>The clauses for data of these sensitivities, in order.</summary>
    public ImmutableArray<AgreementClause> ClausesFor(IEnumerable<Sensitivity> sensitivities)
    {
        var asked = sensitivities.ToHashSet();
        return [.. Clauses.Where(clause => clause.Sensitivities.Any(asked.Contains))];
    }

    /// <inheritdoc/>
    public static AgreementTemplate Read(Fields fields)
    {
        var template = new AgreementTemplate(
            fields.Text("title"), fields.Whole("termMonths", 1, 120), fields.Whole("signDays", 7, 365), fields.Prose("text", 100_000), fields.List("clauses", ReadClause, least: 1, most: 100));
        fields.Once("clauses", template.Clauses.Select(clause => clause.Key));
        if (!template.Text.Contains("{{clauses}}", StringComparison.Ordinal))
            fields.Fault("text", "has to say where the clauses go: {{clauses}}");
        Placeholders.Check(fields, "text", template.Text, Known);
        foreach (var sensitivity in Enum.GetValues<Sensitivity>().Where(one => one is not Sensitivity.None && template.ClausesFor([one]).IsEmpty))
            fields.Fault("clauses", $"has none for {sensitivity}");
        return template;
    }

    private static AgreementClause ReadClause(Fields item)
    {
        var clause = new AgreementClause(item.Key("key"), item.Text("title"), item.Prose("text", 20_000), item.Choices<Sensitivity>("sensitivities", least: 1));
        Placeholders.Check(item, "text", clause.Text, Known.Where(name => name != "clauses"));
        return clause;
    }
}

/// <summary>A clause.</summary>
/// <param name="Key">What comments refer to it by.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Text">Its text, Markdown with placeholders.</param>
/// <param name="Sensitivities">The data that it stands in an agreement for.</param>
public sealed record AgreementClause(string Key, string Title, string Text, ImmutableArray<Sensitivity> Sensitivities);
