using System.Collections.Immutable;
using Centra.Ingest;
using CsvHelper;

namespace Centra.Fhir;

/// <summary>The row that a reader stands on, seen through a template's columns.</summary>
internal sealed class CsvRow
{
    private readonly CsvReader reader;
    private readonly int[] fields;

    public CsvRow(CsvReader reader, ImmutableArray<CsvColumn> columns)
    {
        this.reader = reader;
        var headers = reader.Headers.Select(NormaliseName).ToArray();
        Width = headers.Length;
        fields = [.. columns.Select(column => Find(column, headers))];
    }

    /// <summary>Number of columns that the header has.</summary>
    public int Width { get; }

    /// <summary>Why no row of the file can be read, or None.</summary>
    public LineCode HeaderCode { get; private set; }

    /// <summary>The field without the blanks around it; empty where the file has no such column.</summary>
    public ReadOnlySpan<byte> Field(int slot) => fields[slot] < 0 ? default : reader.GetSpan(fields[slot]).Trim(" \t"u8);

    /// <summary>Header names agree whatever their case, and with blanks or hyphens for underscores.</summary>
    public static string NormaliseName(string name) => name.Trim().ToUpperInvariant().Replace(' ', '_').Replace('-', '_');

    private int Find(CsvColumn column, string[] headers)
    {
        foreach (var name in column.Names)
        {
            var first = Array.IndexOf(headers, name);
            if (first >= 0 && Array.IndexOf(headers, name, first + 1) >= 0)
                HeaderCode = LineCode.DuplicateColumn;
            if (first >= 0)
                return first;
        }

        if (!column.IsOptional)
            HeaderCode = LineCode.MissingColumn;
        return -1;
    }
}
