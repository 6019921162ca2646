namespace Centra.Proof.Model;

/// <summary>
/// The part of a history that a state found wrong in the end can have come from. What runs at once does not run the same way twice, so that
/// it cannot be found by running less again: it is cut out by cause, from the acts that are known to have written what is there.
/// </summary>
internal static class Slices
{
    /// <summary>How many acts are shown at the most.</summary>
    public const int Shown = 12;

    /// <summary>The guilty acts, marked, with what else changed the person while they lasted.</summary>
    public static string Around(this History history, int person, params IEnumerable<Act> guilty) =>
        history.Around(person, act => act.Changes && act.IsAbout(person), guilty);

    private static string Around(this History history, int person, Func<Act, bool> concerns, IEnumerable<Act> guilty)
    {
        var marked = guilty.ToList();
        if (marked.Count == 0)
            return history.Of(person);
        var (from, to) = (marked.Min(act => act.Begin), marked.Max(act => act.Begin));
        var beside = history.Acts.Where(act => concerns(act) && act.End > from && act.Begin < to).Except(marked)
            .OrderByDescending(act => act.Begin).Take(Math.Max(0, Shown - marked.Count));
        return string.Join('\n', marked.Concat(beside).OrderBy(act => act.Begin).Select(act => $"{(marked.Contains(act) ? '>' : ' ')} {act}"));
    }

    /// <summary>The load that wrote a version of a record, and what may have removed the record first after it.</summary>
    public static string SinceWritten(this History history, string practice, string record, long version)
    {
        var person = World.PersonOf(record);
        var written = history.Acts.OfType<Sent>().FirstOrDefault(act => act.Practice == practice && act.Lines.Any(line => line.Id == record && line.Version == version));
        if (written is null)
            return history.Of(person);
        var removed = history.Acts.Where(act => act.End > written.Begin && MayRemove(act, practice, record)).MinBy(act => act.End);
        return history.Around(person, act => MayTouch(act, practice, record), removed is null ? [written] : [written, removed]);
    }

    /// <summary>The last load that a record may have been written by, and what may have removed it first after that.</summary>
    public static string SinceSent(this History history, string practice, string record)
    {
        var last = history.Acts.OfType<Sent>().Where(act => act.Practice == practice && act.Receipt is not { Counts: { Accepted: 0, Review: 0 } })
            .SelectMany(act => act.Lines.Where(line => line.Id == record && !line.InError).Select(line => (act.Begin, line.Version))).DefaultIfEmpty().Max();
        return history.SinceWritten(practice, record, last.Version);
    }

    private static bool MayTouch(Act act, string practice, string record) => act switch
    {
        Sent sent => sent.Practice == practice && sent.Lines.Any(line => line.Patient == World.PatientOf(record)),
        Tended or Withdrew => false,
        _ => MayRemove(act, practice, record),
    };

    private static bool MayRemove(Act act, string practice, string record) => act switch
    {
        OptedOut { InForce: true } => History.IsOfPair(act, World.PersonOf(record)),
        Reviewed reviewed => reviewed.Answer == "Same" && reviewed.Practice == practice && reviewed.Patient == World.PatientOf(record),
        Deleted deleted => deleted.Practice == practice && deleted.Patient == World.PatientOf(record) && (deleted.Id is null || deleted.Id == record),
        _ => false,
    };
}
