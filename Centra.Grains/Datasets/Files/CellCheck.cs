using System.Collections.Frozen;
using System.Globalization;

namespace Centra.Datasets;

/// <summary>Whether cells of a column hold what its variable says. An empty cell is a missing value, which any variable may have.</summary>
internal sealed class CellCheck(DatasetVariable variable)
{
    private readonly FrozenSet<string> _values = variable.Values.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What a cell holds.</summary>
    public string Expected => _values.Count > 0 ? "listed value" : variable.Type.ToString().ToLowerInvariant();

    /// <summary>Whether a cell is right.</summary>
    public bool Passes(string cell) => cell.Length == 0 || ((_values.Count == 0 || _values.Contains(cell)) && HasType(cell));

    private bool HasType(string cell) => variable.Type switch
    {
        VariableType.Text or VariableType.Code => true,
        VariableType.Whole => long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        VariableType.Number => decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        VariableType.Year => cell.Length == 4 && int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        VariableType.Date => DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        VariableType.None => false,
        _ => throw new InvalidOperationException($"Nothing checks {variable.Type}."),
    };
}
