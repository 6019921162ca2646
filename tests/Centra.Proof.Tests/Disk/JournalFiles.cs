namespace Centra.Proof.Disk;

/// <summary>The journal's file, with everything that is asked of it noted.</summary>
internal sealed class RecordedFile(string path, DiskLog log) : FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0)
{
    // Writing a span comes here too.
    public override void Write(byte[] buffer, int offset, int count)
    {
        log.Add(Name, DiskActKind.Write, Position, buffer.AsSpan(offset, count));
        base.Write(buffer, offset, count);
    }

    public override void SetLength(long value)
    {
        log.Add(Name, DiskActKind.Truncate, value, []);
        base.SetLength(value);
    }

    // Noted when it is done: until then nobody may rely on it.
    public override void Flush(bool flushToDisk)
    {
        base.Flush(flushToDisk);
        if (flushToDisk)
            log.Add(Name, DiskActKind.Sync, 0, []);
    }
}

/// <summary>The journal's file on a disk that fails at one of the things asked of it: before, in the midst of it, or when it was done.</summary>
internal sealed class FailingFile(string path, DiskFault fault) : FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0)
{
    // Writing a span comes here too.
    public override void Write(byte[] buffer, int offset, int count)
    {
        fault.Before();
        if (fault.IsMidst)
            base.Write(buffer, offset, count / 2);
        fault.Midst();
        base.Write(buffer, offset, count);
        fault.After();
    }

    public override void SetLength(long value)
    {
        fault.Before();
        fault.Midst();
        base.SetLength(value);
        fault.After();
    }

    public override void Flush(bool flushToDisk)
    {
        fault.Before();
        fault.Midst();
        base.Flush(flushToDisk);
        fault.After();
    }
}

/// <summary>Where a disk fails, and for how long.</summary>
/// <param name="at">At which of the things asked of it, from 0.</param>
/// <param name="where">0 before, 1 in the midst, 2 when it was done.</param>
/// <param name="times">How many things in a row fail from there on.</param>
internal sealed class DiskFault(int at, int where, int times)
{
    private int _asked = -1;

    public bool HasFailed { get; private set; }

    public bool IsMidst => where == 1 && IsNow;

    private bool IsNow => _asked >= at && _asked < at + times;

    public void Before()
    {
        _asked++;
        Fail(0);
    }

    public void Midst() => Fail(1);

    public void After() => Fail(2);

    private void Fail(int here)
    {
        if (!IsNow || where != here)
            return;
        HasFailed = true;
        throw new IOException("The disk failed.");
    }
}
