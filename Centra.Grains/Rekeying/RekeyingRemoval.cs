using Centra.Storage;

namespace Centra.Rekeying;

/// <summary>
/// Removes what is there of earlier epochs, each step from where the one before ended: from the beginning each would go over all that is in
/// order already. It is done when it has gone over everything once from the beginning and found nothing.
/// </summary>
internal sealed class RekeyingRemoval(Vault vault)
{
    private const int RowsAtOnce = 500;
    private byte[] _token = [];
    private long _patient;
    private int _cleared;

    /// <summary>Removes some; whether there may be more.</summary>
    public async Task<bool> StepAsync(int epoch)
    {
        if (_cleared == epoch)
            return false;
        if (await TokensAsync(epoch) || await PatientsAsync(epoch))
            return true;
        _cleared = epoch;
        return false;
    }

    // They are looked for outside of the fence: tokens of an epoch that is not in force any more neither come nor change.
    private async Task<bool> TokensAsync(int epoch)
    {
        var surplus = await vault.Database.ReadAsync(session => RekeyingRows.SurplusAsync(session, epoch, _token, RowsAtOnce));
        if (surplus.Count > 0)
            await vault.Database.WriteAsync(Fence.Exclusive, session => RekeyingRows.RemoveTokensAsync(session, surplus));
        var isNews = surplus.Count > 0 || _token.Length > 0;
        _token = surplus.Count > 0 ? surplus[^1].Token.ToArray() : [];
        return isNews;
    }

    private async Task<bool> PatientsAsync(int epoch)
    {
        var last = await vault.Database.WriteAsync(Fence.Exclusive, session => RekeyingRows.RemovePatientTokensAsync(session, epoch, _patient, RowsAtOnce));
        var isNews = last is not null || _patient > 0;
        _patient = last ?? 0;
        return isNews;
    }
}
