using System.Runtime.CompilerServices;
using Centra.Storage;

namespace Centra.Releases;

/// <summary>Makes the file of an extract from a version's file, in constant memory: counts, thins, writes, then checks what was written.</summary>
internal sealed class ExtractMaking(IFileStore files)
{
    /// <summary>The stored file and what its check found, or why there is none.</summary>
    public async Task<Result<MadeExtract>> MakeAsync(ExtractPlan plan, CancellationToken cancellation)
    {
        var thinning = new Thinning(plan);
        if (await CountAsync(plan, thinning, cancellation) is { } refusal)
            return refusal;
        await using var draft = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var rows = await WriteAsync(plan, thinning, draft, cancellation);
        if (rows == 0)
            return ReleaseRefusal.NothingIsLeft;
        var smallest = await ExtractChecking.SmallestAsync(draft, plan, rows, cancellation);
        if (smallest.IsRefused)
            return smallest.Refusal;
        draft.Position = 0;
        var sha256 = await files.PutAsync(draft, cancellation);
        return new MadeExtract(
            new ReleaseFile($"data-{plan.Dataset.DatasetId}.csv", sha256, draft.Length, rows, plan.Dataset.DatasetId),
            new ExtractCheck(plan.Dataset.DatasetId, plan.K, plan.QuasiIdentifiers, thinning.Selected, thinning.Generalised, thinning.Dropped, rows, thinning.IsExempt ? null : smallest.Value));
    }

    private async Task<Refusal?> CountAsync(ExtractPlan plan, Thinning thinning, CancellationToken cancellation)
    {
        foreach (var count in thinning.IsExempt ? Array.Empty<Action<string[]>>() : [thinning.Count, thinning.CountAgain])
            await foreach (var row in RowsAsync(plan, cancellation))
            {
                count(row);
                if (thinning.IsOverfull)
                    return ReleaseRefusal.TooManyCombinations.Because();
            }
        return null;
    }

    private async Task<long> WriteAsync(ExtractPlan plan, Thinning thinning, FileStream draft, CancellationToken cancellation)
    {
        var rows = 0L;
        await using var writer = new StreamWriter(draft, leaveOpen: true);
        await writer.WriteAsync(CsvText.Line(plan.Variables.Select(variable => variable.Name)));
        await foreach (var row in RowsAsync(plan, cancellation))
            if (thinning.Pass(row) is { } leaving)
            {
                await writer.WriteAsync(CsvText.Line(leaving));
                rows++;
            }
        return rows;
    }

    // Each time anew: the store compares the file with its hash whenever it opens it.
    private async IAsyncEnumerable<string[]> RowsAsync(ExtractPlan plan, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var content = await files.OpenAsync(plan.Source.Sha256, cancellation) ?? throw new StoredFileException(plan.Source.Sha256);
        await foreach (var row in ExtractRows.SelectAsync(content, plan, cancellation))
            yield return row;
    }
}

/// <summary>A stored extract.</summary>
internal sealed record MadeExtract(ReleaseFile File, ExtractCheck Check);
