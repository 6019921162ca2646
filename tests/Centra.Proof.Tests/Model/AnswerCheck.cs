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

    /// <summary>The first answer that is wrong, or null.</summary>
    public Violation? Find() => acts.SelectMany(Of).FirstOrDefault();

    /// <summary>The acts without which the violation would not be seen, and no other.</summary>
    public static IReadOnlyList<Act> Shrink(IReadOnlyCollection<Act> acts, IReadOnlyDictionary<string, long> ordinals, Violation violation)
    {
        var left = acts.Where(act => History.IsOfPair(act, violation.Person)).OrderBy(act => act.Begin).ToList();
        foreach (var act in left.ToList().Where(act => act != violation.Act))
        {
            var without = left.FindAll(other => !ReferenceEquals(other, act));
            if (new AnswerCheck(without, ordinals).Of(violation.Act).Contains(violation))
                left = without;
        }
        return left;
    }

    private IEnumerable<Violation> Of(Act act) => act switch
    {
        Screened screened => screened.People.Zip(screened.Outcomes).SelectMany(one => Of(screened, one.First, one.Second)),
        Sent { Receipt: not null } sent => Of(sent),
        Looked { Readable: true } looked when Excludes(World.PatientId(looked.Person), looked, looked.Practice) => [new("somebody who opted out was readable", looked.Person, act)],
        OptedOut { InForce: true } told when _inForce.HadEnded(told.OptOutId!, told) => [new("an opt-out was said to be in force that had ended", told.Person, act)],
        Withdrew { Ended: [_, ..] } ended when acts.OfType<Withdrew>().Any(other => other.Begin < ended.Begin && other.Ended.Intersect(ended.Ended).Any()) =>
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
            .Any(optOut => !_releases[(practice, patient, ordinals[optOut])].Any(release => release.Begin < act.End));

    private bool MustBePermitted(int person, Act act) => !_inForce.IsPossible(person, act) && !_inForce.IsPossible(World.TwinOf(person), act);
}
