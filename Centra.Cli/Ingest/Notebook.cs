using System.Text;
using Centra.Cli.Input;

namespace Centra.Cli.Ingest;

/// <summary>
/// Where a job stands, in a file that only grows: whatever ends the run, the next one reads it and goes on. Holds file names, numbers and
/// codes, never content. Locked, so that two runs cannot send the same input at once. A run that finished deletes it.
/// </summary>
internal sealed class Notebook : IDisposable
{
    private readonly FileStream _file;
    private readonly Lock _lock = new();
    private readonly HashSet<long> _receipts = [];

    private Notebook(FileStream file) => _file = file;

    /// <summary>Digest of the input that the job was begun with; null in a new notebook.</summary>
    public string? Input { get; private set; }

    /// <summary>The key under which the job is opened.</summary>
    public string Opening { get; private set; } = "";

    /// <summary>The job, once it is open.</summary>
    public string? JobId { get; private set; }

    /// <summary>Batches of which the receipt is here.</summary>
    public IReadOnlySet<long> Receipts => _receipts;

    /// <summary>Opens the notebook at a path, or a new one.</summary>
    public static Notebook Open(string path)
    {
        var notebook = new Notebook(Lock(path));
        notebook.CutTornEnd();
        foreach (var line in notebook.Lines())
            notebook.Take(line);
        return notebook;
    }

    /// <summary>Begins anew, for another input or another job.</summary>
    public void Begin(string input, string opening)
    {
        (JobId, Input, Opening) = (null, input, opening);
        _receipts.Clear();
        _file.SetLength(0);
        Append(new NotebookLine(Input: input, Opening: opening));
    }

    /// <summary>Keeps which job it is.</summary>
    public void KeepJob(string jobId) => Append(new NotebookLine(Job: JobId = jobId));

    /// <summary>Keeps that a batch is complete, and its rejected lines.</summary>
    public void KeepReceipt(long batch, IReadOnlyDictionary<string, long> byCode, IReadOnlyList<RejectedInputLine> rejects) =>
        Append(byCode.Count == 0 ? new NotebookLine(Batch: batch) : new NotebookLine(Batch: batch, ByCode: byCode, Rejects: rejects));

    /// <summary>The receipts in which lines were rejected, each batch once.</summary>
    public IEnumerable<NotebookLine> Rejecting()
    {
        var seen = new HashSet<long>();
        return Lines().Where(line => line is { Batch: { } batch, ByCode: not null } && seen.Add(batch));
    }

    /// <summary>The job is done and reported.</summary>
    public void Delete() => File.Delete(_file.Name);

    public void Dispose() => _file.Dispose();

    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new CommandFailedException("Another run is sending this input to this service just now.");
        }
    }

    private void Take(NotebookLine line)
    {
        (Input, Opening, JobId) = (line.Input ?? Input, line.Opening ?? Opening, line.Job ?? JobId);
        if (line.Batch is { } batch)
            _receipts.Add(batch);
    }

    private IEnumerable<NotebookLine> Lines()
    {
        _file.Position = 0;
        using var reader = new StreamReader(_file, Encoding.UTF8, leaveOpen: true);
        while (reader.ReadLine() is { } text)
            if (NotebookLine.Read(text) is { } line)
                yield return line;
    }

    // What a dying process wrote half is cut off, so that the next line does not continue it.
    private void CutTornEnd()
    {
        for (var end = _file.Length; end > 0; _file.SetLength(--end))
        {
            _file.Position = end - 1;
            if (_file.ReadByte() == '\n')
                return;
        }
    }

    private void Append(NotebookLine line)
    {
        lock (_lock)
        {
            _file.Position = _file.Length;
            _file.Write(line.Write());
            _file.Flush();
            if (line.Batch is { } batch)
                _receipts.Add(batch);
        }
    }
}
