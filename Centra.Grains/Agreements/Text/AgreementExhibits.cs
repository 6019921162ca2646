using System.Globalization;

namespace Centra.Agreements;

/// <summary>What every agreement ends with, whatever its template says: lines to sign on paper, and exhibits A to F.</summary>
internal static class AgreementExhibits
{
    /// <summary>Where somebody writes on paper.</summary>
    public const string Blank = "______________________________";
    private static readonly string[] OnPaper = ["Signature", "Name", "Capacity", "Date"];

    public static IEnumerable<AgreementSection> Of(AgreementContent content) =>
    [
        Signatures(content),
        Exhibit("A", "Datasets and variables", content.Datasets.Select(dataset => ($"dataset-{dataset.DatasetId}", $"{dataset.Title} ({dataset.DatasetId}), version {dataset.Version}",
            string.Create(CultureInfo.InvariantCulture, $"Data: {AgreementValues.WordsOf(dataset.Sensitivity)}. Variables ({dataset.Variables.Length}): {string.Join(", ", dataset.Variables)}.")))),
        Exhibit("B", "Cohort", content.Datasets.SelectMany(dataset => Plain($"cohort-{dataset.DatasetId}", dataset.Title, dataset.Cohort))),
        Exhibit("C", "Purpose", Plain("project", "Project", content.Title).Concat(Plain("purpose", "", content.Purpose))),
        Exhibit("D", "Team", content.Team.Prepend(content.Investigator).Distinct().Select(person => ("team", person.Name, Join(person.Role, person.Affiliation)))),
        Exhibit("E", "Conditions", content.Conditions.IsEmpty ? [("conditions", "", "None.")] : content.Conditions.SelectMany(condition => Plain("conditions", "", condition))),
        Exhibit("F", "Estimated cost", Costs(content.Cost)),
    ];

    private static AgreementSection Signatures(AgreementContent content) => new("Signatures", "", [.. Party("institution", content.Institution.Name), .. Party("society", content.Society)]);

    private static IEnumerable<IssuedClause> Party(string id, string name) =>
    [
        new($"signature-{id}", "", $"For {PlainWords.Line(name)}", "", 0),
        .. OnPaper.Select(line => new IssuedClause($"signature-{id}", "", line, Blank, 1)),
    ];

    private static IEnumerable<(string Id, string Heading, string Text)> Costs(AgreementCost cost) => cost.Lines
        .Select(line => (ClauseComment.Cost, line.Text, AgreementValues.Money(line.Amount, cost.Currency)))
        .Append((ClauseComment.Cost, "Total", string.Create(CultureInfo.InvariantCulture, $"{AgreementValues.Money(cost.Total, cost.Currency)} (estimate {cost.EstimateVersion}). The institution's signature accepts this estimate.")));

    // Every line of what an applicant wrote has a number of its own, so that none can pass for a heading.
    private static IEnumerable<(string Id, string Heading, string Text)> Plain(string id, string heading, string text) =>
        PlainWords.Lines(text).Select((line, at) => (id, at == 0 ? heading : "", line));

    private static AgreementSection Exhibit(string letter, string heading, IEnumerable<(string Id, string Heading, string Text)> entries) => new(
        $"Exhibit {letter}", heading,
        [.. entries.Select((entry, at) => new IssuedClause(entry.Id, string.Create(CultureInfo.InvariantCulture, $"{letter}.{at + 1}"), PlainWords.Line(entry.Heading), PlainWords.Line(entry.Text), 0))]);

    private static string Join(params string[] parts) => string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
}
