using System.Runtime.CompilerServices;

namespace Centra.Cli.Input;

/// <summary>Cuts a file into batches. The same file and the same choice always give the same batches: a resumed job relies on it.</summary>
/// <param name="choose">When a line is sent; None leaves it out.</param>
/// <param name="passOver">Called with the number of a line that is too long to be sent.</param>
internal sealed class LineCutter(Func<LineReader, LineGroup> choose, Action<long> passOver)
{
    /// <summary>The batches of a file.</summary>
    public async IAsyncEnumerable<LineBatch> CutAsync(InputFile file, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var lines = new LineReader(file);
        var header = file.Format is InputFormat.Csv ? await HeaderAsync(file, lines, cancel) : default;
        LineBatch? batch = null;
        while (await lines.NextAsync(cancel))
        {
            var group = GroupOf(lines);
            if (group is LineGroup.None)
                continue;
            if (batch?.Takes(group, lines.Raw.Length) is false)
                yield return batch;
            if (batch?.Takes(group, lines.Raw.Length) is not true)
                batch = new LineBatch(file, header.Span, group);
            batch.Add(lines.Number, lines.Raw.Span);
        }
        if (batch is not null)
            yield return batch;
    }

    private LineGroup GroupOf(LineReader line)
    {
        if (line.IsTooLong)
            passOver(line.Number);
        return line.IsTooLong || LineText.IsBlank(line.Content) ? LineGroup.None : choose(line);
    }

    private static async Task<ReadOnlyMemory<byte>> HeaderAsync(InputFile file, LineReader lines, CancellationToken cancel)
    {
        while (await lines.NextAsync(cancel))
        {
            if (lines.IsTooLong)
                throw new CommandFailedException($"The first line of {file.Name} is too long for a header.");
            if (!LineText.IsBlank(lines.Content))
                return lines.Raw.ToArray();
        }
        return default;
    }
}
