using Centra.Storage;

namespace Centra.Gate;

/// <summary>
/// Whether what a screening said of people still holds, asked inside the fenced transaction that acts on it. If the transaction commits
/// before an opt-out gets the fence, the erasure sees its rows; if after, this sees the opt-out's tokens.
/// </summary>
public sealed class ScreeningCheck
{
    private readonly RegisterHead _head;
    private readonly bool _isNew;
    private readonly HashSet<Key128> _tokens;

    private ScreeningCheck(RegisterHead head, bool isNew, HashSet<Key128> tokens) => (_head, _isNew, _tokens) = (head, isNew, tokens);

    /// <summary>Reads what the register got since a screening.</summary>
    /// <param name="session">The fenced transaction.</param>
    /// <param name="screenedAt">The sequence that the screening holds for.</param>
    public static async Task<ScreeningCheck> ReadAsync(DbSession session, long screenedAt)
    {
        var head = await RegisterHead.ReadAsync(session);
        if (head.Sequence <= screenedAt)
            return new ScreeningCheck(head, false, []);
        return new ScreeningCheck(head, true, (await RegisterTokens.AboveAsync(session, screenedAt)).Select(row => row.Token).ToHashSet());
    }

    /// <summary>Whether nothing has come that concerns a person, and what was found of them is still in force.</summary>
    public async Task<bool> HoldsAsync(DbSession session, ScreenedPerson person)
    {
        if (!_head.Epochs.SequenceEqual(person.Tokens.Epochs))
            return false;
        if (!_isNew)
            return true;
        if (_tokens.Count > 0 && person.Tokens.Each().Any(token => _tokens.Contains(Key128.From(token))))
            return false;
        return person.Hits.IsEmpty || (await OptOuts.InForceAsync(session, [.. person.Hits.Select(hit => hit.Ordinal)])).Count == person.Hits.Length;
    }
}
