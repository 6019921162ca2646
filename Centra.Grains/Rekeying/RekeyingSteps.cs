using Centra.Gate;
using Centra.Matching;
using Centra.Storage;

namespace Centra.Rekeying;

/// <summary>
/// The steps of re-keying, each a small fenced transaction and each harmless to repeat: a process that begins anew goes over the rows
/// from the first one, and what has its tokens already stays as it is.
/// </summary>
public sealed class RekeyingSteps(OptOutRegister register, Vault vault, KeyRingSource source, TimeProvider clock)
{
    private const int RowsAtOnce = 500;
    private readonly RekeyingRemoval _removal = new(vault);
    private long? _optOutsDone = 0;
    private long? _patientsDone = 0;
    private int _done;

    /// <summary>Both epochs come into force. From here on every write stores both and every lookup asks both.</summary>
    public async Task BeginAsync()
    {
        var head = await vault.Database.ReadAsync(RegisterHead.ReadAsync);
        if (head.Epochs.Length > 1 || await LeftAsync(head) > 0)
            return;
        var epoch = head.Epochs[0] + 1;
        source.AddEpoch(epoch);
        var golden = GoldenTokens.Compute(MatchKeys.Create(source.Ring.Register, source.Ring.Epochs, [head.Epochs[0], epoch]), epoch);
        await register.WriteAsync(async write =>
        {
            var kept = await RegisterFacts.KeepAsync(write.Session, RegisterFacts.Golden(epoch), golden);
            if (!kept.AsSpan().SequenceEqual(golden))
                throw new KeyStoreException($"The key of epoch {epoch} is not the one that the register knows. Restore that one.");
            if (write.Head.Epochs.Contains(epoch))
                return false;
            await write.AppendAsync(OperationIds.New(), clock.GetUtcNow(), new EpochBegun(epoch));
            return true;
        });
    }

    /// <summary>Where it stands.</summary>
    public async Task<RekeyingView> ViewAsync()
    {
        var head = await vault.Database.ReadAsync(RegisterHead.ReadAsync);
        var left = await IsDoneAsync(head) ? 0 : await LeftAsync(head);
        if (left == 0 && head.Epochs.Length == 1)
            await RememberAsync(head.Epochs[0]);
        var stage = head.Epochs.Length > 1 ? RekeyingStage.Adding : left > 0 ? RekeyingStage.Removing : RekeyingStage.None;
        return new RekeyingView(head.Epochs[^1], stage, left);
    }

    /// <summary>Does one step; whether there is more to do.</summary>
    public async Task<bool> StepAsync()
    {
        var head = await vault.Database.ReadAsync(RegisterHead.ReadAsync);
        if (head.Epochs.Length > 1)
            return await AddAsync(head.Epochs[0], head.Epochs[1]) || await SwitchAsync(head.Epochs[1]);
        return await _removal.StepAsync(head.Epochs[0]);
    }

    /// <summary>Gives everything its tokens of an epoch in one transaction: after a switch was replayed into an old copy.</summary>
    public async Task AddAllAsync(DbSession session, int from, int to)
    {
        for (long? done = 0; done is { } after;)
            done = await RekeyingRows.AddTokensAsync(session, Next(from, to), from, to, after, RowsAtOnce);
        for (long? done = 0; done is { } after;)
            done = await RekeyingRows.AddPatientsAsync(session, Next(from, to), to, after, RowsAtOnce);
    }

    private async Task<bool> AddAsync(int from, int to)
    {
        if (_optOutsDone is { } optOut)
            _optOutsDone = await register.WriteAsync(write => RekeyingRows.AddTokensAsync(write.Session, Next(from, to), from, to, optOut, RowsAtOnce));
        else if (_patientsDone is { } patient)
            _patientsDone = await vault.Database.WriteAsync(Fence.Exclusive, session => RekeyingRows.AddPatientsAsync(session, Next(from, to), to, patient, RowsAtOnce));
        else
            return false;
        return true;
    }

    // The counts are compared under the fence: nothing can be added to either epoch meanwhile. If they differ, the rows are gone over again.
    private async Task<bool> SwitchAsync(int epoch)
    {
        await register.WriteAsync(async write =>
        {
            if (write.Head.Epochs.SequenceEqual([epoch - 1, epoch]) && await RekeyingRows.LackingAsync(write.Session, epoch) == 0)
                await write.AppendAsync(OperationIds.New(), clock.GetUtcNow(), new EpochSwitched(epoch));
            return true;
        });
        (_optOutsDone, _patientsDone) = (0, 0);
        return true;
    }

    private Task<long> LeftAsync(RegisterHead head) => vault.Database.ReadAsync(session => head.Epochs.Length > 1
        ? RekeyingRows.LackingAsync(session, head.Epochs[1])
        : RekeyingRows.SurplusAsync(session, head.Epochs[0]));

    // To count goes through all tokens and patients: what looks at it again and again counts once an epoch. The fact lies in the vault itself,
    // so that an old copy of the vault says what is true of that copy.
    private async Task<bool> IsDoneAsync(RegisterHead head) => head.Epochs.Length == 1
        && (_done == head.Epochs[0] || await vault.Database.ReadAsync(session => RegisterFacts.FindAsync(session, RegisterFacts.Rekeyed(head.Epochs[0]))) is not null);

    private async Task RememberAsync(int epoch)
    {
        if (_done == epoch)
            return;
        await vault.Database.WriteAsync(Fence.None, session => RegisterFacts.KeepAsync(session, RegisterFacts.Rekeyed(epoch), [1]));
        _done = epoch;
    }

    private Func<byte[], byte[]> Next(int from, int to)
    {
        var both = MatchKeys.Create(source.Ring.Register, source.WithEpoch(to).Epochs, [from, to]);
        return token => Tokeniser.NextEpoch(Token.Read(token), both, to).ToArray();
    }
}
