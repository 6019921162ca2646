using System.Text;

namespace Centra.Storage;

/// <summary>The journal as a text file that is only ever appended to. For one process; a cluster keeps its journal in a second database.</summary>
public sealed class FileJournal(string path) : IJournal
{
    private readonly Lock _gate = new();
    private FileStream? _file;
    private long _head;

    /// <inheritdoc/>
    public Task OpenAsync(string registerId, bool mayCreate)
    {
        var fresh = !File.Exists(path);
        if (fresh && !mayCreate)
            throw new JournalException($"The journal {path} is missing. Restore it; without it nobody can tell which opt-outs the database has lost.");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, 1 << 16);
        if (fresh || _file.Length == 0)
            Write(JournalText.Header(registerId) + "\n");
        else
            CheckHeader(registerId);
        _head = JournalFileEnd.CutTorn(_file, path);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<long> HeadAsync() => Task.FromResult(_head);

    /// <inheritdoc/>
    public Task AppendAsync(IReadOnlyList<JournalLine> lines)
    {
        lock (_gate)
        {
            if (lines[0].Sequence != _head + 1)
                throw new JournalException($"Operation {lines[0].Sequence} does not follow the journal's head {_head}.");
            var text = string.Concat(lines.Select(line => JournalText.Write(line, lines[0].Sequence) + "\n"));
            if (text.Length > JournalFileEnd.Window)
                throw new ArgumentException("An append is larger than what is checked after a crash.", nameof(lines));
            var whole = Opened().Length;
            try
            {
                Write(text);
            }
            catch (IOException error)
            {
                Opened().SetLength(whole);
                throw new StorageUnavailableException("The journal cannot be written to.", error);
            }
            _head = lines[^1].Sequence;
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalLine> ReadAsync(long above)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = JournalFileSearch.OffsetAbove(file, above);
        using var reader = new StreamReader(file, Encoding.ASCII);
        while (await reader.ReadLineAsync() is { } text)
        {
            if (JournalText.RegisterIdOf(text) is not null)
                continue;
            var (line, _) = JournalText.Read(text) ?? throw new JournalException($"The journal {path} is damaged.");
            if (line.Sequence > above)
                yield return line;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _file?.DisposeAsync() ?? ValueTask.CompletedTask;

    private FileStream Opened() => _file ?? throw new InvalidOperationException("The journal is not open.");

    private void CheckHeader(string registerId)
    {
        var first = JournalFileSearch.LineAt(Opened(), 0) ?? "";
        var id = JournalText.RegisterIdOf(first) ?? throw new JournalException($"{path} is not a journal.");
        if (id != registerId)
            throw new JournalException($"The journal {path} belongs to another register.");
    }

    private void Write(string text)
    {
        var file = Opened();
        file.Position = file.Length;
        file.Write(Encoding.ASCII.GetBytes(text));
        file.Flush(flushToDisk: true);
    }
}
