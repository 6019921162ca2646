using System.Text.Unicode;
using CsvHelper;

namespace Centra.Datasets;

/// <summary>Walks the rows of a dataset's CSV: RFC 4180, UTF-8, commas, a header.</summary>
internal sealed class DatasetRows : IAsyncDisposable
{
    private const int LongestRow = 1 << 20;
    private readonly CsvReader _reader;
    private bool _isMalformed;

    /// <summary>Begins before the first row of a stream, which is left open.</summary>
    public DatasetRows(Stream stream) => _reader = CsvReader.Create(stream, Options(), leaveOpen: true);

    /// <summary>The header, known after the first row was read.</summary>
    public string[] Columns { get; private set; } = [];

    /// <summary>Line of the row in the file.</summary>
    public long Line => _reader.LineNumber;

    /// <summary>A cell of the row.</summary>
    public string Cell(int column) => _reader.GetString(column);

    /// <summary>Goes on to the next row; false at the end of the file.</summary>
    /// <exception cref="DatasetFormatException">The row is no row of this file.</exception>
    public async ValueTask<bool> NextAsync(CancellationToken cancellation)
    {
        try
        {
            if (!await _reader.ReadAsync(cancellation))
                return false;
        }
        catch (CsvFormatException)
        {
            throw new DatasetFormatException(Line + 1);
        }
        Columns = Columns.Length == 0 ? [.. _reader.Headers] : Columns;
        if (_isMalformed || _reader.FieldCount != Columns.Length || !Utf8.IsValid(_reader.RawRecord))
            throw new DatasetFormatException(Line);
        return true;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _reader.DisposeAsync();

    private CsvReaderOptions Options() => new()
    {
        Separator = ',',
        AllowLineBreaksInQuotes = true,
        MaxRecordSize = LongestRow,
        TrackLineNumbers = true,
        IncludeValuesInExceptions = false,
        OnMalformedRecord = _ => _isMalformed = true,
    };
}

/// <summary>A line of a dataset's file is no row of it.</summary>
internal sealed class DatasetFormatException(long line) : Exception($"Line {line} is no row of this file.")
{
    /// <summary>The line.</summary>
    public long Line { get; } = line;
}
