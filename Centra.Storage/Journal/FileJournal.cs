using System.Text;

namespace Centra.Storage;

/// <summary>The journal as a text file that is only ever appended to. For one process; a cluster keeps its journal in a second database.</summary>
public sealed class FileJournal(string path) : IJournal
{
    private const int MostRegisterId = 64;
    private readonly Lock _gate = new();
    private FileStream? _file;
    private long _head;
    private bool _hasFailed;

    /// <summary>Opens the file, without a buffer: what a full disk did not take must not come after all when the file is cut back.</summary>
    internal Func<string, FileStream> Open { get; init; } = file => new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);

    /// <inheritdoc/>
    public Task OpenAsync(string registerId, bool mayCreate)
    {
        var fresh = !HasHeader();
        if (fresh && !mayCreate)
            throw new JournalException($"The journal {path} is missing or empty. Restore it; without it nobody can tell which opt-outs the database has lost.");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        _file = Open(path);
        if (fresh)
            Begin(registerId);
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
            Append(text);
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

    // A process that died while it wrote the first line left less than that line: nothing was ever in this journal.
    private bool HasHeader()
    {
        if (!File.Exists(path))
            return false;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return file.Length > JournalText.Header("").Length + MostRegisterId || JournalFileSearch.LineAt(file, 0) is not null;
    }

    private void Begin(string registerId)
    {
        Opened().SetLength(0);
        Write(JournalText.Header(registerId) + "\n");
        DurableFolder.Sync(path);
    }

    private void Append(string text)
    {
        var whole = Opened().Length;
        try
        {
            Write(text);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            CutBack(whole);
            throw new StorageUnavailableException("The journal cannot be written to.", error);
        }
    }

    // If not even this is certain to be on disk, nothing may follow it before the file has been looked through at a start.
    private void CutBack(long whole)
    {
        var file = Opened();
        _hasFailed = true;
        file.SetLength(whole);
        file.Flush(flushToDisk: true);
        _hasFailed = false;
    }

    private FileStream Opened() => (_hasFailed ? null : _file) ?? throw new StorageUnavailableException("The journal is not open, or failed. Start the service again.");

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
