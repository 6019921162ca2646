using System.Collections.Immutable;
using Centra.Rules;

namespace Centra.Agreements;

/// <summary>
/// Makes an agreement from a template and a content. Pure: the same two give the same document, letter for letter. The structure is the
/// template's alone: it is read before any value is put in.
/// </summary>
public static class AgreementText
{
    private const string ClausesGoHere = "{{clauses}}";

    /// <summary>Renders. Refused where the template cannot be read, lacks clauses for the data, or names what has no value.</summary>
    /// <param name="template">A version of the template.</param>
    /// <param name="content">A content that is complete.</param>
    /// <param name="version">Number of the agreement's version.</param>
    /// <param name="issuedOn">Day in the society's zone.</param>
    public static Result<AgreementDocument> Render(AgreementTemplate template, AgreementContent content, int version, DateOnly issuedOn)
    {
        if (content.Datasets.Any(dataset => template.ClausesFor([dataset.Sensitivity]).IsEmpty))
            return AgreementRefusal.TemplateLacksClauses;
        if (Blocks(template, content) is not { } blocks)
            return AgreementRefusal.TemplateIsUnreadable;
        var values = new AgreementValues(content, version, issuedOn);
        var missing = blocks.SelectMany(block => values.MissingIn(block.Text).Concat(values.MissingIn(block.Title))).Distinct().ToList();
        return missing.Count > 0
            ? AgreementRefusal.PlaceholderHasNoValue.Because($"The template names what this agreement has no value for: {string.Join(", ", missing)}.")
            : Number(template, content, values, blocks) with { Version = version, IssuedOn = issuedOn };
    }

    private static AgreementDocument Number(AgreementTemplate template, AgreementContent content, AgreementValues values, ImmutableArray<TemplateBlock> blocks)
    {
        var numbering = new ClauseNumbering(values);
        foreach (var block in blocks)
            numbering.Add(block);
        foreach (var exhibit in AgreementExhibits.Of(content))
            numbering.Add(exhibit);
        return new AgreementDocument(PlainWords.Line(template.Title), PlainWords.Line(content.RequestId), 0, default, numbering.Sections);
    }

    private static ImmutableArray<TemplateBlock>? Blocks(AgreementTemplate template, AgreementContent content)
    {
        var clauses = template.ClausesFor(content.Datasets.Select(dataset => dataset.Sensitivity)).Select(Blocks).ToList();
        var body = TemplateBlock.Read(template.Text);
        var isReadable = body is not null && clauses.All(blocks => blocks is { IsEmpty: false }) && body.Value.Count(IsPlace) == 1;
        return isReadable ? [.. body!.Value.SelectMany(block => IsPlace(block) ? clauses.SelectMany(blocks => blocks!.Value) : [block])] : null;
    }

    private static bool IsPlace(TemplateBlock block) => block is { Kind: BlockKind.Paragraph, Text: ClausesGoHere };

    // A clause has no sections of its own.
    private static ImmutableArray<TemplateBlock>? Blocks(AgreementClause clause)
    {
        var blocks = TemplateBlock.Read(clause.Text);
        return blocks is null || blocks.Value.Any(block => block.Kind is BlockKind.Title or BlockKind.Heading)
            ? null
            : [.. blocks.Value.Select((block, at) => block with { Key = clause.Key, Title = at == 0 ? clause.Title : "" })];
    }
}
