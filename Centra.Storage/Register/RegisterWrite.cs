namespace Centra.Storage;

/// <summary>
/// One exclusive transaction on the register. Operations that are appended get the next sequences, are applied, and stand in the
/// journal, on disk, before the transaction commits.
/// </summary>
public sealed class RegisterWrite
{
    private readonly IJournal _journal;
    private readonly JournalCipher _cipher;
    private readonly List<JournalLine> _lines = [];

    private RegisterWrite(DbSession session, RegisterHead head, IJournal journal, JournalCipher cipher) =>
        (Session, Head, _journal, _cipher) = (session, head, journal, cipher);

    /// <summary>The transaction.</summary>
    public DbSession Session { get; }

    /// <summary>The head, including what this transaction has appended.</summary>
    public RegisterHead Head { get; private set; }

    internal static async Task<RegisterWrite> BeginAsync(DbSession session, IJournal journal, JournalCipher cipher)
    {
        var head = await RegisterHead.ReadAsync(session);
        if (await journal.HeadAsync() != head.Sequence)
            throw new RegisterOutOfStepException();
        return new RegisterWrite(session, head, journal, cipher);
    }

    /// <summary>The opt-out that the command with this id entered, or found entered already ("" where it was another kind), or null where it never happened.</summary>
    public Task<string?> FindAsync(Guid operationId) => Session.FindAsync(
        "select coalesce(opt_out_id, '') from register_operation where operation_id = $1 union all select opt_out_id from opt_out_answer where operation_id = $1",
        row => row.GetString(0), operationId.ToByteArray());

    /// <summary>Appends an operation.</summary>
    /// <param name="operationId">New; a repeat is found before, by <see cref="FindAsync"/>.</param>
    /// <param name="at">When.</param>
    /// <param name="body">What.</param>
    /// <param name="receipt">Makes the receipt of an opt-out from its sequence and the digests before and after.</param>
    public async Task<RegisterHead> AppendAsync(Guid operationId, DateTimeOffset at, RegisterChange body, Func<ChainLink, string>? receipt = null)
    {
        var operation = new RegisterOperation(Head.Sequence + 1, operationId, at.ToUnixTimeMilliseconds(), body);
        var bytes = operation.Write();
        var digest = RegisterOperation.Digest(Head.Digest, bytes);
        var text = receipt?.Invoke(new ChainLink(operation.Sequence, Head.Digest, digest)) ?? "";
        Head = Head.After(operation, digest);
        var line = _cipher.Seal(operation.Sequence, bytes, text);
        await RegisterRows.WriteAsync(Session, operation, text, Head, line);
        Keep(line);
        return Head;
    }

    private void Keep(JournalLine line)
    {
        if (_lines.Count == 0)
            Session.BeforeCommit(() => _journal.AppendAsync(_lines));
        _lines.Add(line);
    }
}

/// <summary>Where an operation stands in the digest chain.</summary>
public sealed record ChainLink(long Sequence, byte[] Previous, byte[] Digest);

/// <summary>The journal and the database do not stand at the same operation; one has to be completed from the other first.</summary>
public sealed class RegisterOutOfStepException() : Exception("The register and its journal are out of step.");
