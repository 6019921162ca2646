using System.Text;

namespace Centra.Storage;

/// <summary>The checkpoints of the register's journal, read without writing: a torn last line is passed over, anything else is a fault.</summary>
internal sealed class SignedHeads(KeyRing ring, Action<AuditFault> fault)
{
    private static readonly Dictionary<long, string> None = [];
    private readonly Dictionary<string, Dictionary<long, string>> _heads = [];
    private byte[] _digest = RegisterHead.Empty.Digest;
    private long _last;

    /// <summary>How many checkpoints there are.</summary>
    public int Count { get; private set; }

    /// <summary>The newest one.</summary>
    public (long Sequence, DateTimeOffset At)? Newest { get; private set; }

    /// <summary>Streams that some checkpoint names.</summary>
    public IEnumerable<string> Streams => _heads.Keys;

    /// <summary>The signed hashes of a stream by position.</summary>
    public IReadOnlyDictionary<long, string> Of(string stream) => _heads.GetValueOrDefault(stream) ?? None;

    /// <summary>Reads a journal, and compares where it ends with the register.</summary>
    public void Read(string path, RegisterHead head)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.ASCII);
        var registerId = JournalText.RegisterIdOf(reader.ReadLine() ?? "") ?? throw new AuditException($"{path} is not a journal.");
        var cipher = new JournalCipher(registerId, ring);
        while (reader.ReadLine() is { } text)
        {
            if (JournalText.Read(text) is not { } read)
            {
                if (reader.Peek() >= 0)
                    Say(AuditFaultKind.JournalDamaged, _last + 1, "is damaged");
                continue;
            }
            Take(read.Line, cipher);
        }
        if (_last < head.Sequence)
            Say(AuditFaultKind.JournalDamaged, _last + 1, $"and what follows are missing: the register stands at {head.Sequence}");
        else if (_last == head.Sequence && !_digest.AsSpan().SequenceEqual(head.Digest))
            Say(AuditFaultKind.JournalDamaged, _last, "does not lead to the register's digest: one of the two was changed");
    }

    private void Take(JournalLine line, JournalCipher cipher)
    {
        if (line.Sequence != _last + 1)
            Say(AuditFaultKind.JournalDamaged, _last + 1, "is missing");
        _last = line.Sequence;
        try
        {
            var bytes = cipher.Open(line).Operation;
            _digest = RegisterOperation.Digest(_digest, bytes);
            if (RegisterOperation.Read(bytes).Body is AuditCheckpoint checkpoint)
                Keep(line.Sequence, checkpoint);
        }
        catch (JournalException)
        {
            Say(AuditFaultKind.JournalDamaged, line.Sequence, "cannot be decrypted with these keys");
        }
    }

    private void Keep(long sequence, AuditCheckpoint checkpoint)
    {
        if (!CheckpointSignature.IsGenuine(ring, checkpoint))
        {
            Say(AuditFaultKind.NotSigned, sequence, "is a checkpoint that these keys did not sign");
            return;
        }
        (Count, Newest) = (Count + 1, (sequence, DateTimeOffset.FromUnixTimeMilliseconds(checkpoint.SignedAt)));
        foreach (var head in checkpoint.Heads)
        {
            if (!_heads.TryGetValue(head.Stream, out var known))
                _heads[head.Stream] = known = [];
            known[head.Position] = head.Hash;
        }
    }

    private void Say(AuditFaultKind kind, long position, string words) => fault(new AuditFault(kind, "journal", position, words));
}
