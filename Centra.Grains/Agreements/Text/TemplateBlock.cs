using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Centra.Agreements;

/// <summary>A piece of a template: headings, paragraphs and items of lists. Other Markdown has no place in a contract and is refused.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text, with placeholders, without emphasis.</param>
/// <param name="Key">Key of the clause that it is of, if one.</param>
/// <param name="Title">Heading of that clause, on its first piece.</param>
internal sealed partial record TemplateBlock(BlockKind Kind, string Text, string Key = "", string Title = "")
{
    private static readonly string[] NotTaken = ["|", "<", ">", "```", "!["];

    /// <summary>The pieces of a text, or null where it holds what is not taken.</summary>
    public static ImmutableArray<TemplateBlock>? Read(string markdown)
    {
        var blocks = ImmutableArray.CreateBuilder<TemplateBlock>();
        var isOpen = false;
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()))
        {
            if (NotTaken.Any(start => line.StartsWith(start, StringComparison.Ordinal)))
                return null;
            if (line.Length == 0 || line.All(letter => letter == '-'))
                isOpen = false;
            else if (Begin(line) is { } begun)
                (isOpen, _) = (begun.Kind is BlockKind.Item, Add(blocks, begun));
            else if (isOpen)
                blocks[^1] = blocks[^1] with { Text = $"{blocks[^1].Text} {Plain(line)}" };
            else
                isOpen = Add(blocks, new TemplateBlock(BlockKind.Paragraph, Plain(line)));
        }
        return blocks.ToImmutable();
    }

    private static TemplateBlock? Begin(string line) =>
        line[0] == '#' ? new TemplateBlock(line.StartsWith("##", StringComparison.Ordinal) ? BlockKind.Heading : BlockKind.Title, Plain(line.TrimStart('#').Trim()))
        : ItemMark().Match(line) is { Success: true } mark ? new TemplateBlock(BlockKind.Item, Plain(line[mark.Length..]))
        : null;

    private static bool Add(ImmutableArray<TemplateBlock>.Builder blocks, TemplateBlock block)
    {
        blocks.Add(block);
        return true;
    }

    private static string Plain(string line) => line.Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^([-*]|\d{1,3}[.)])\s+")]
    private static partial Regex ItemMark();
}

/// <summary>What a piece of a template is.</summary>
internal enum BlockKind
{
    /// <summary>The document's title, which the template names itself.</summary>
    Title,

    /// <summary>Begins a section.</summary>
    Heading,

    /// <summary>A clause.</summary>
    Paragraph,

    /// <summary>A part of the clause before it.</summary>
    Item,
}
