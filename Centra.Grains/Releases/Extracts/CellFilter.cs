using System.Collections.Immutable;
using Centra.Datasets;

namespace Centra.Releases;

/// <summary>A condition on a column, read by the column's type. A missing value meets no bounds, and a list only where the list names it as empty text.</summary>
internal sealed class CellFilter
{
    private readonly VariableType _type;
    private readonly ImmutableHashSet<TypedCell> _values;
    private readonly (TypedCell? From, TypedCell? To) _bounds;
    private readonly bool _wantsMissing;

    private CellFilter(DatasetVariable variable, RowFilter filter)
    {
        (Variable, _type) = (variable.Name, variable.Type);
        _values = [.. filter.Values.Select(value => TypedCell.Read(_type, value)).OfType<TypedCell>()];
        _wantsMissing = filter.Values.Contains("");
        _bounds = (filter.From is null ? null : TypedCell.Read(_type, filter.From), filter.To is null ? null : TypedCell.Read(_type, filter.To));
    }

    /// <summary>The column.</summary>
    public string Variable { get; }

    /// <summary>The condition; null where a value or bound is not of the variable's type.</summary>
    public static CellFilter? Of(DatasetVariable variable, RowFilter filter)
    {
        string?[] texts = [.. filter.Values.Where(value => value is not ""), filter.From, filter.To];
        var areRight = !filter.Values.Contains(null!) && texts.All(text => text is null || TypedCell.Read(variable.Type, text) is not null);
        return areRight ? new CellFilter(variable, filter) : null;
    }

    /// <summary>Whether a cell meets it.</summary>
    public bool Passes(string cell) => TypedCell.Read(_type, cell) is { } value
        ? (_values.IsEmpty && !_wantsMissing || _values.Contains(value)) && !(_bounds.From?.CompareTo(value) > 0) && !(_bounds.To?.CompareTo(value) < 0)
        : cell.Length == 0 && _wantsMissing;
}
