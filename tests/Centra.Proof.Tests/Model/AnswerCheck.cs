using Centra.Matching;

namespace Centra.Proof.Model;

/// <summary>Compares every answer with what had been acknowledged when it was asked for.</summary>
internal sealed class AnswerCheck(History history, World world, IReadOnlyDictionary<string, long> ordinals)
{
    private readonly ILookup<int, OptedOut> _optOuts = history.Acts.OfType<OptedOut>().ToLookup(act => act.Person);
    private readonly ILookup<int, Withdrew> _withdrawals = history.Acts.OfType<Withdrew>().ToLookup(act => act.Person);
    private readonly List<Reviewed> _releases = [.. history.Acts.OfType<Reviewed>().Where(act => act.Verdict == "SomeoneElse")];

    public void Run()
    {
        foreach (var act in history.Acts)
        {
            switch (act)
            {
                case Screened { Outcomes.Count: > 0 } screened:
                    Check(screened);
                    break;
                case Sent { Receipt: not null } sent:
                    Check(sent);
                    break;
                case Looked { Readable: true } looked when Excludes(looked.Person, looked, looked.Practice):
                    throw Violation(looked, looked.Person, "somebody who opted out was readable");
            }
        }
    }

    /// <summary>Opt-outs of a person that are certain to be in force all the time of an act: acknowledged before, nobody began to end them.</summary>
    public IEnumerable<OptedOut> Certain(int person, Act act) => _optOuts[person].Where(optOut => optOut.InForce && optOut.End < act.Begin
        && !_withdrawals[person].Any(withdrawal => withdrawal.End > optOut.Begin && withdrawal.Begin < act.End));

    /// <summary>Whether the records of a person in a practice have to be kept out or held: opted out, or the twin is, and officers have not begun to let them in.</summary>
    private bool Excludes(int person, Act act, string practice) => Certain(person, act).Concat(Certain(World.TwinOf(person), act)).Any(optOut =>
        !_releases.Any(release => release.Person == person && release.Practice == practice && release.Ordinal == ordinals[optOut.OptOutId!] && release.Begin < act.End));

    private bool IsUnknown(int person, Act act) =>
        !_optOuts[person].Concat(_optOuts[World.TwinOf(person)]).Any(optOut => optOut.Begin < act.End);

    private void Check(Screened act)
    {
        foreach (var (person, outcome) in act.People.Zip(act.Outcomes))
        {
            if (outcome is not MatchOutcome.Suppressed && Certain(person, act).Any())
                throw Violation(act, person, "somebody who opted out was not suppressed");
            if (outcome is MatchOutcome.Permitted && Certain(World.TwinOf(person), act).Any())
                throw Violation(act, person, "the twin of somebody who opted out was permitted");
            if (outcome is not MatchOutcome.Permitted && IsUnknown(person, act))
                throw Violation(act, person, "somebody was withheld whom no opt-out is of");
        }
    }

    private void Check(Sent act)
    {
        var counts = act.Receipt!.Counts;
        if (counts.Read != act.Lines.Count || counts.Accepted + counts.Unchanged + counts.Suppressed + counts.Review + counts.Rejected != counts.Read)
            throw Violation(act, act.Lines.Select(line => line.Person).FirstOrDefault(), "counts do not add up");
        var people = act.Lines.Select(line => line.Person).Distinct().ToList();
        if (people.Count != 1)
            return;
        if (counts.Accepted + counts.Unchanged > 0 && Excludes(people[0], act, act.Practice))
            throw Violation(act, people[0], "lines of somebody who opted out were taken");
        if (counts.Suppressed + counts.Review > 0 && IsUnknown(people[0], act))
            throw Violation(act, people[0], "lines of somebody whom no opt-out is of were withheld");
    }

    private ViolationException Violation(Act act, int person, string what) =>
        new($"{what}: person {person} of {world.People}, act {act.Begin}\n{history.Of(person, act)}");
}
