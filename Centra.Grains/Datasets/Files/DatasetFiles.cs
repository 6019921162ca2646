using System.Collections.Immutable;
using Centra.Storage;

namespace Centra.Datasets;

/// <summary>Takes in a file of rows: reads it once against the dictionary, and keeps it only if all of it is right.</summary>
public sealed class DatasetFiles(IFileStore files)
{
    /// <summary>Largest file.</summary>
    public const long Most = 1L << 30;

    /// <summary>Checks and keeps a file. What is refused is not kept; the refusal names line and column, never what stands there.</summary>
    public async Task<Result<AddVersion>> KeepAsync(Stream content, ImmutableArray<DatasetVariable> variables, string note, CancellationToken cancellation)
    {
        await using var draft = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        if (!await CopyAsync(content, draft, cancellation))
            return DatasetRefusal.FileIsTooLarge;
        draft.Position = 0;
        var read = await ReadAsync(draft, variables, cancellation);
        if (read.IsRefused)
            return read.Refusal;
        draft.Position = 0;
        return new AddVersion(await files.PutAsync(draft, cancellation), draft.Length, read.Value.Rows, read.Value.Columns, note);
    }

    private static async Task<bool> CopyAsync(Stream from, FileStream to, CancellationToken cancellation)
    {
        var buffer = new byte[1 << 16];
        for (int read; (read = await from.ReadAsync(buffer, cancellation)) > 0;)
        {
            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
            if (to.Length > Most)
                return false;
        }
        return true;
    }

    private static async Task<Result<FileContent>> ReadAsync(Stream draft, ImmutableArray<DatasetVariable> variables, CancellationToken cancellation)
    {
        await using var rows = new DatasetRows(draft);
        try
        {
            return await ReadAsync(rows, variables, cancellation);
        }
        catch (DatasetFormatException wrong)
        {
            return DatasetRefusal.FileIsUnreadable.Because($"Line {wrong.Line} is no row of this file: a CSV (RFC 4180, UTF-8, commas) has as many cells in each row as its header.");
        }
    }

    private static async Task<Result<FileContent>> ReadAsync(DatasetRows rows, ImmutableArray<DatasetVariable> variables, CancellationToken cancellation)
    {
        if (!await rows.NextAsync(cancellation))
            return DatasetRefusal.FileIsUnreadable;
        if (DictionaryRules.WhatIsWrong(variables, [.. rows.Columns]) is { } wrong)
            return wrong;
        var checks = rows.Columns.Select(column => new CellCheck(variables.First(variable => variable.Name == column))).ToArray();
        var count = 0L;
        do
        {
            for (var column = 0; column < checks.Length; column++)
                if (!checks[column].Passes(rows.Cell(column)))
                    return DatasetRefusal.ValueIsNotOfTheDictionary.Because($"Line {rows.Line}, column {rows.Columns[column]}: this is no {checks[column].Expected}.");
            count++;
        }
        while (await rows.NextAsync(cancellation));
        return new FileContent(count, [.. rows.Columns]);
    }

    private sealed record FileContent(long Rows, ImmutableArray<string> Columns);
}
