namespace Centra.Tests.Billing;

/// <summary>
/// What is true about the money, kept without ledgers and lines: what is in the box, what is asked for. In cents. The ledger's balances are
/// compared with it after every message.
/// </summary>
internal sealed class CashBox
{
    private readonly Dictionary<string, long> _paid = [];
    private readonly Dictionary<string, (string Payment, long Amount)> _taken = [];
    private readonly List<(string Id, string Payment, long Amount)> _waiting = [];
    private long _refunded;
    private long _forgiven;
    private long _fee;
    private long _waived;
    private bool _isCancelled;

    /// <summary>The agreement version whose fee is asked for.</summary>
    public int Version { get; private set; }

    /// <summary>Whether somebody said what the fee is, and it is still asked for.</summary>
    public bool IsDetermined => Version > 0 && !_isCancelled;

    /// <summary>What is owed in all: asked for, less what is in the box.</summary>
    public long Owed => Asked + _forgiven - _paid.Values.Sum() + _taken.Values.Sum(back => back.Amount) + _refunded;

    // A waiver of a debt that was no fee (a chargeback of a refunded payment) stays when the fee goes.
    private long Asked => _isCancelled ? Math.Min(0, _fee - _waived) : _fee - _waived;

    public void Ask(int version, long fee)
    {
        _forgiven += Math.Min(0, _fee - _waived);
        (Version, _fee, _waived, _isCancelled) = (version, fee, 0, false);
    }

    public void Cancel() => _isCancelled = Version > 0;

    public void Waive(long amount) => _waived += amount;

    public void Refund(long amount) => _refunded += amount;

    public void Pay(string id, long amount)
    {
        if (!_paid.TryAdd(id, amount))
            return;
        foreach (var (movement, payment, back) in _waiting.Where(waiting => waiting.Payment == id).ToList())
            if (back <= Left(payment))
                _taken.Add(movement, (payment, back));
        _waiting.RemoveAll(waiting => waiting.Payment == id);
    }

    public void TakeBack(string movement, string payment, long amount)
    {
        if (_taken.ContainsKey(movement) || _waiting.Any(waiting => waiting.Id == movement))
            return;
        if (_paid.ContainsKey(payment))
            _taken.Add(movement, (payment, amount));
        else
            _waiting.Add((movement, payment, amount));
    }

    /// <summary>Something that waited is not to count.</summary>
    public void Forget(string movement) => _waiting.RemoveAll(waiting => waiting.Id == movement);

    private long Left(string payment) => _paid[payment] - _taken.Values.Where(back => back.Payment == payment).Sum(back => back.Amount);
}
