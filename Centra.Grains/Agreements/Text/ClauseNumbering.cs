using System.Collections.Immutable;
using System.Globalization;

namespace Centra.Agreements;

/// <summary>Numbers the pieces of a template, and gives each clause an id that stays when only another section changes.</summary>
internal sealed class ClauseNumbering(AgreementValues values)
{
    private readonly HashSet<string> _ids = [];
    private readonly ImmutableArray<AgreementSection>.Builder _sections = ImmutableArray.CreateBuilder<AgreementSection>();
    private int _section;
    private int _clause;
    private int _item;
    private string _clauseId = "";

    public ImmutableArray<AgreementSection> Sections => [.. _sections.Where(section => section.Heading.Length > 0 || section.Clauses.Length > 0)];

    public void Add(TemplateBlock block)
    {
        switch (block.Kind)
        {
            case BlockKind.Title:
                break;
            case BlockKind.Heading:
                Open((++_section).ToString(CultureInfo.InvariantCulture), values.Fill(block.Text));
                break;
            case BlockKind.Paragraph:
                AddClause(block);
                break;
            case BlockKind.Item:
                Put(new IssuedClause(Unique($"{_clauseId}-{Letter(++_item)}"), $"({Letter(_item)})", "", values.Fill(block.Text), 1));
                break;
            default:
                throw new InvalidOperationException($"Nothing numbers {block.Kind}.");
        }
    }

    /// <summary>A section with clauses that have their numbers.</summary>
    public void Add(AgreementSection section) => _sections.Add(section with { Clauses = [.. section.Clauses.Select(clause => clause with { Id = Unique(clause.Id) })] });

    private void AddClause(TemplateBlock block)
    {
        if (_sections.Count == 0)
            Open("", "");
        (_clause, _item) = (_clause + 1, 0);
        var number = _section == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{_section}.{_clause}");
        _clauseId = Unique(block.Key.Length > 0 ? block.Key : string.Create(CultureInfo.InvariantCulture, $"{Slug(_sections[^1].Heading)}-{_clause}"));
        Put(new IssuedClause(_clauseId, number, values.Fill(block.Title), values.Fill(block.Text), 0));
    }

    private void Open(string number, string heading)
    {
        _sections.Add(new AgreementSection(number, heading, []));
        (_clause, _item, _clauseId) = (0, 0, Slug(heading));
    }

    private void Put(IssuedClause clause)
    {
        if (_sections.Count == 0)
            Open("", "");
        _sections[^1] = _sections[^1] with { Clauses = _sections[^1].Clauses.Add(clause) };
    }

    private string Unique(string id)
    {
        var unique = id;
        for (var n = 2; !_ids.Add(unique); n++)
            unique = string.Create(CultureInfo.InvariantCulture, $"{id}-{n}");
        return unique;
    }

    private static string Slug(string heading)
    {
        var words = heading.ToLowerInvariant().Split(' ').Select(word => string.Concat(word.Where(char.IsAsciiLetterOrDigit))).Where(word => word.Length > 0);
        return string.Join('-', words) is { Length: > 0 } slug ? slug : "parties";
    }

    private static string Letter(int item) => item <= 26 ? ((char)('a' + item - 1)).ToString() : item.ToString(CultureInfo.InvariantCulture);
}
