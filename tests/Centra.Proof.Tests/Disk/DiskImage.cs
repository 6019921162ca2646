namespace Centra.Proof.Disk;

/// <summary>What becomes of writes that no fsync followed when the power goes.</summary>
internal enum Loss
{
    /// <summary>They are on the disk all the same.</summary>
    Nothing = 0,

    /// <summary>None of them is.</summary>
    All = 1,

    /// <summary>The first are, the last of these in part.</summary>
    Tail = 2,

    /// <summary>Any sectors of them are, in no order.</summary>
    Sectors = 3,
}

/// <summary>The files of a folder as a disk may hold them after the power went at some point.</summary>
internal sealed class DiskImage(string from, Random random)
{
    private const int Sector = 512;
    private readonly Dictionary<string, FileOnDisk> _files = [];

    /// <summary>Applies what was asked, and at the end loses what may be lost.</summary>
    public void Apply(IEnumerable<DiskAct> acts, Loss loss)
    {
        foreach (var act in acts)
            File(act.File).Take(act);
        foreach (var file in _files.Values)
            file.Settle(Kept(file.Waiting, loss));
    }

    /// <summary>Writes the files into a copy of the folder.</summary>
    public void Save(string folder)
    {
        foreach (var (name, file) in _files)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (file.IsThere)
                System.IO.File.WriteAllBytes(path, file.Content.ToArray());
            else
                System.IO.File.Delete(path);
        }
    }

    private FileOnDisk File(string name)
    {
        if (!_files.TryGetValue(name, out var file))
            _files[name] = file = new FileOnDisk(System.IO.File.Exists(Path.Combine(from, name)) ? System.IO.File.ReadAllBytes(Path.Combine(from, name)) : null);
        return file;
    }

    private IEnumerable<DiskAct> Kept(IReadOnlyList<DiskAct> waiting, Loss loss) => loss switch
    {
        Loss.Nothing => waiting,
        Loss.All => [],
        Loss.Tail => Tail(waiting, random.Next(waiting.Count + 1)),
        Loss.Sectors => waiting.SelectMany(Sectors).Where(_ => random.Next(2) == 0),
        _ => throw new ArgumentOutOfRangeException(nameof(loss)),
    };

    private IEnumerable<DiskAct> Tail(IReadOnlyList<DiskAct> waiting, int kept) => kept == waiting.Count
        ? waiting
        : waiting.Take(kept).Append(waiting[kept] with { Bytes = waiting[kept].Bytes[..random.Next(waiting[kept].Bytes.Length + 1)] });

    private static IEnumerable<DiskAct> Sectors(DiskAct act) => act.Kind is not DiskActKind.Write ? [act]
        : act.Bytes.Chunk(Sector).Select((bytes, at) => act with { Offset = act.Offset + (long)at * Sector, Bytes = bytes });
}

/// <summary>A file: what is certainly on the disk, and what waits for an fsync.</summary>
internal sealed class FileOnDisk(byte[]? content)
{
    private readonly List<DiskAct> _waiting = [];

    public bool IsThere { get; private set; } = content is not null;

    public MemoryStream Content { get; } = Copy(content ?? []);

    public IReadOnlyList<DiskAct> Waiting => _waiting;

    public void Take(DiskAct act)
    {
        IsThere = act.Kind is not DiskActKind.Delete;
        if (act.Kind is DiskActKind.Sync)
            Settle([.. _waiting]);
        else if (act.Kind is DiskActKind.Delete or DiskActKind.Replace)
            Become(act.Bytes);
        else
            _waiting.Add(act);
    }

    public void Settle(IEnumerable<DiskAct> kept)
    {
        foreach (var act in kept.ToList())
        {
            if (act.Kind is DiskActKind.Truncate)
                Content.SetLength(act.Offset);
            else
                Write(act);
        }
        _waiting.Clear();
    }

    // Another file under the same name: what the old one waited for is of no interest.
    private void Become(byte[] bytes)
    {
        _waiting.Clear();
        Content.SetLength(0);
        Content.Write(bytes);
    }

    private void Write(DiskAct act)
    {
        Content.Position = act.Offset;
        Content.Write(act.Bytes);
    }

    private static MemoryStream Copy(byte[] bytes)
    {
        var stream = new MemoryStream();
        stream.Write(bytes);
        return stream;
    }
}
