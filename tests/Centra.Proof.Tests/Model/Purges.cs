namespace Centra.Proof.Model;

/// <summary>
/// Whose content may have been purged after thirty days: records of such a patient are answered "review" and not kept. Whoever was live since
/// then was not purged.
/// </summary>
internal sealed class Purges(IReadOnlyCollection<Act> acts)
{
    private readonly List<Tended> _purges = [.. acts.OfType<Tended>().Where(act => act.Matter == "thirty days")];
    private readonly ILookup<(string, string), Sent> _live = acts.OfType<Sent>().Where(act => act is { IsTaken: true, Receipt.Counts.Review: 0 })
        .SelectMany(act => act.Lines.Where(line => line.IsPatient).Select(line => (Key: (act.Practice, line.Patient), act))).ToLookup(one => one.Key, one => one.act);

    /// <summary>Whether a line of a batch that was taken may have been dropped.</summary>
    public bool MayHaveDropped(Sent act)
    {
        var purged = _purges.Where(purge => purge.Begin < act.End).Select(purge => purge.End).DefaultIfEmpty().Max();
        return act.Receipt!.Counts.Review > 0 && purged > 0
            && !act.Lines.All(line => _live[(act.Practice, line.Patient)].Any(live => live.Begin > purged && live.End < act.Begin));
    }
}
