namespace Centra.Proof.Disk;

internal enum DiskActKind
{
    None = 0,
    Write = 1,
    Truncate = 2,
    Sync = 3,
    Delete = 4,

    /// <summary>Puts another file in the place of this one, both synced with their names.</summary>
    Replace = 5,
}

/// <summary>What a program asked of the file system.</summary>
/// <param name="File">The file, relative to the folder.</param>
/// <param name="Kind">What.</param>
/// <param name="Offset">Where it writes, or the length that a truncation leaves.</param>
/// <param name="Bytes">What it writes.</param>
internal sealed record DiskAct(string File, DiskActKind Kind, long Offset, byte[] Bytes)
{
    public override string ToString() => $"{Kind} {File} at {Offset}, {Bytes.Length} bytes";
}

/// <summary>Everything that was asked of the files of a folder, in order.</summary>
/// <param name="folder">The folder.</param>
/// <param name="replaced">A file in it that is only ever replaced as a whole, synced with its name; null: none.</param>
internal sealed class DiskLog(string folder, string? replaced = null)
{
    private byte[] _replaced = [];

    private readonly Lock _gate = new();
    private readonly List<DiskAct> _acts = [];

    public int Count
    {
        get
        {
            lock (_gate)
                return _acts.Count;
        }
    }

    public IReadOnlyList<DiskAct> Acts
    {
        get
        {
            lock (_gate)
                return [.. _acts];
        }
    }

    // The index of a log is shared memory and made anew after a crash.
    public bool Follows(string path) => path.StartsWith(folder, StringComparison.Ordinal) && !path.EndsWith("-shm", StringComparison.Ordinal);

    public void Add(string path, DiskActKind kind, long offset, ReadOnlySpan<byte> bytes)
    {
        var act = new DiskAct(Path.GetRelativePath(folder, path), kind, offset, bytes.ToArray());
        lock (_gate)
        {
            NoteReplaced();
            _acts.Add(act);
        }
    }

    // Whatever was asked after it was replaced was asked after it was on the disk.
    private void NoteReplaced()
    {
        if (replaced is null || File.ReadAllBytes(Path.Combine(folder, replaced)) is var bytes && bytes.AsSpan().SequenceEqual(_replaced))
            return;
        _replaced = bytes;
        _acts.Add(new DiskAct(replaced, DiskActKind.Replace, 0, bytes));
    }
}
