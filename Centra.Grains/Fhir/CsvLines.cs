using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Unicode;
using Centra.Ingest;
using CsvHelper;

namespace Centra.Fhir;

/// <summary>
/// Reads CSV (RFC 4180, UTF-8, with a header; separator as mapped or found) and gives each row as the JSON that its mapping makes of it.
/// A line break inside quotes is refused, so that one lost quote costs one row and not the rest of the file.
/// </summary>
public static class CsvLines
{
    /// <summary>The rows of a stream, which is left open, in batches; each with its line number.</summary>
    public static async IAsyncEnumerable<ImmutableArray<SourceLine>> ReadAsync(
        Stream stream, CsvFile file, BatchLimits? limits = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var rows = new CsvRows(stream, file);
        var batch = new LineBatch(limits ?? BatchLimits.Default);
        while (await rows.NextAsync(cancellation))
        {
            if (!batch.HasRoomFor(rows.Json.Length))
                yield return batch.Take();
            if (rows.Code == LineCode.None)
                batch.Add(rows.Number, new ReadOnlySequence<byte>(rows.Json));
            else
                batch.Add(rows.Number, rows.Code);
        }

        if (!batch.IsEmpty)
            yield return batch.Take();
    }

    /// <summary>Walks the rows, one at a time; what it gives is valid until the next.</summary>
    private sealed class CsvRows : IAsyncDisposable
    {
        private readonly CsvFile file;
        private readonly CsvReader reader;
        private readonly ArrayBufferWriter<byte> buffer = new();
        private readonly Utf8JsonWriter json;
        private CsvRow? row;
        private bool isMalformed;
        private bool hasEnded;

        public CsvRows(Stream stream, CsvFile file)
        {
            this.file = file;
            json = new Utf8JsonWriter(buffer);
            reader = CsvReader.Create(stream, Options(), leaveOpen: true);
        }

        public long Number { get; private set; }

        public LineCode Code { get; private set; }

        public ReadOnlyMemory<byte> Json => buffer.WrittenMemory;

        public async ValueTask<bool> NextAsync(CancellationToken cancellation)
        {
            buffer.Clear();
            isMalformed = false;
            try
            {
                if (hasEnded || !await reader.ReadAsync(cancellation))
                    return false;
                (Number, Code) = (reader.LineNumber, WriteRow());
            }
            catch (CsvFormatException)
            {
                // A row too long to hold: there is no telling where it ends, so the file ends with it.
                (Number, Code, hasEnded) = (Number + 1, LineCode.LineTooLong, true);
            }

            return true;
        }

        public async ValueTask DisposeAsync()
        {
            await json.DisposeAsync();
            await reader.DisposeAsync();
        }

        private CsvReaderOptions Options() => new()
        {
            Separator = file.Separator,
            AllowLineBreaksInQuotes = false,
            MaxRecordSize = BatchLimits.LongestLine,
            TrackLineNumbers = true,
            TrimWhitespace = true,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = _ => isMalformed = true,
        };

        private LineCode WriteRow()
        {
            row ??= new CsvRow(reader, file.Columns);
            if (row.HeaderCode != LineCode.None)
                return row.HeaderCode;
            if (isMalformed || reader.FieldCount != row.Width)
                return LineCode.BadCsvRow;
            if (!Utf8.IsValid(reader.RawRecord))
                return LineCode.NotUtf8;
            json.Reset();
            var code = file.Template.Write(json, row);
            if (code == LineCode.None)
                json.Flush();
            return code;
        }
    }
}
