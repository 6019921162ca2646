using Centra.Matching;

namespace Centra.Proof.Model;

/// <summary>Something that was answered and must not have been.</summary>
internal sealed record Violation(string What, int Person, Act Act);

/// <summary>Compares every answer with what had been acknowledged when it was asked for.</summary>
internal sealed class AnswerCheck(IReadOnlyCollection<Act> acts, IReadOnlyDictionary<string, long> ordinals)
{
    private readonly InForce _inForce = new(acts);
    private readonly ILookup<(string, string, long), Reviewed> _releases =
        acts.OfType<Reviewed>().Where(act => act.Verdict == "SomeoneElse").ToLookup(act => (act.Practice, act.Patient, act.Ordinal));

    private readonly Dictionary<string, long> _firstEnds =
        acts.OfType<Withdrew>().SelectMany(act => act.Ended.Select(id => (id, act.Begin))).GroupBy(one => one.id).ToDictionary(one => one.Key, one => one.Min(end => end.Begin));

    /// <summary>The first answer that is wrong, or null.</summary>
    public Violation? Find() => acts.SelectMany(Of).FirstOrDefault();

    /// <summary>The acts without which the violation would not be seen, and no other.</summary>
    public static IReadOnlyList<Act> Shrink(IReadOnlyCollection<Act> acts, IReadOnlyDictionary<string, long> ordinals, Violation violation)
    {
        var others = acts.Where(act => act != violation.Act && act.Begin < violation.Act.End && History.IsOfPair(act, violation.Person)).OrderBy(act => act.Begin).ToList();
        var ends = new WaysBack(others, ordinals);
        var left = Shrinking.Minimal<Act>(others, some => ends.AreWhole(some) && new AnswerCheck([.. some, violation.Act], ordinals).Of(violation.Act).Contains(violation));
        return [.. left.Append(violation.Act).Concat(Cause(others, violation)).Distinct().OrderBy(act => act.Begin)];
    }

    // Who can be read was let in by somebody: the load that wrote them last.
    private static IEnumerable<Act> Cause(List<Act> acts, Violation violation) => violation.Act is not Looked looked ? []
        : acts.OfType<Sent>().Where(act => act.Practice == looked.Practice && act.Receipt is { Counts.Accepted: > 0 } && act.Lines.Any(line => line.Id == World.PatientId(looked.Person))).TakeLast(1);

    private IEnumerable<Violation> Of(Act act) => act switch
    {
        Screened screened => screened.People.Zip(screened.Outcomes).SelectMany(one => Of(screened, one.First, one.Second)),
        Sent { Receipt: not null } sent => Of(sent),
        Looked { Readable: true } looked when Excludes(World.PatientId(looked.Person), looked, looked.Practice) => [new("somebody who opted out was readable", looked.Person, act)],
        OptedOut { InForce: true } told when _inForce.HadEnded(told.OptOutId!, told) => [new("an opt-out was said to be in force that had ended", told.Person, act)],
        Withdrew { Ended: [_, ..] } ended when ended.Ended.Any(id => _firstEnds[id] < ended.Begin) =>
            [new("an opt-out was ended twice", ended.Person, act)],
        _ => [],
    };

    private IEnumerable<Violation> Of(Screened act, int person, MatchOutcome outcome)
    {
        if (outcome is not MatchOutcome.Suppressed && _inForce.Certain(person, act).Any())
            yield return new("somebody who opted out was not suppressed", person, act);
        if (outcome is MatchOutcome.Permitted && _inForce.Certain(World.TwinOf(person), act).Any())
            yield return new("the twin of somebody who opted out was permitted", person, act);
        if (outcome is not MatchOutcome.Permitted && MustBePermitted(person, act))
            yield return new("somebody was withheld whom no opt-out is of", person, act);
        if (outcome is MatchOutcome.Suppressed && !_inForce.IsPossible(person, act))
            yield return new("somebody was suppressed who did not opt out, and the twin did", person, act);
    }

    private IEnumerable<Violation> Of(Sent act)
    {
        var counts = act.Receipt!.Counts;
        if (counts.Read != act.Lines.Count || counts.Accepted + counts.Unchanged + counts.Suppressed + counts.Review + counts.Rejected != counts.Read)
            yield return new("counts do not add up", act.Lines[0].Person, act);
        if (act.OnlyPatient is not { } patient)
            yield break;
        var person = World.PersonOf(patient);
        if (counts.Accepted + counts.Unchanged > 0 && IsCertainlyThemselves(act, patient) && Excludes(patient, act, act.Practice))
            yield return new("lines of somebody who opted out were taken", person, act);
        if (counts.Suppressed + counts.Review > 0 && act.Lines[0].IsPatient && MustBePermitted(person, act))
            yield return new("lines of somebody whom no opt-out is of were withheld", person, act);
    }

    // Under the other id somebody else may be stored, whose records are taken.
    private static bool IsCertainlyThemselves(Sent act, string patient) => patient == World.PatientId(World.PersonOf(patient)) || act.Lines is [{ IsPatient: true, IsMistaken: false }];

    /// <summary>Whether the records of a patient have to be kept out or held: opted out, or the twin is, and officers have not begun to let them in.</summary>
    private bool Excludes(string patient, Act act, string practice) =>
        _inForce.Certain(World.PersonOf(patient), act).Concat(_inForce.Certain(World.TwinOf(World.PersonOf(patient)), act))
            .Any(optOut => !_releases[(practice, patient, ordinals.GetValueOrDefault(optOut))].Any(release => release.Begin < act.End));

    private bool MustBePermitted(int person, Act act) => !_inForce.IsPossible(person, act) && !_inForce.IsPossible(World.TwinOf(person), act);
}
