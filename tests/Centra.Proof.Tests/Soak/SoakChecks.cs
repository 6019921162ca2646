using Centra.Copying;
using Centra.Gate;
using Centra.Proof.Model;
using Centra.Storage;

namespace Centra.Proof.Soak;

/// <summary>What has to hold after a start, and when nobody acts.</summary>
internal sealed class SoakChecks(History history, World world, SoakWorker asking, SoakPlace place)
{
    private static readonly Dictionary<string, long> NoOrdinals = [];
    private long _checkedUntil;

    /// <summary>How many answers were compared with what had been acknowledged before.</summary>
    public long Answers { get; private set; }

    /// <summary>Where the register stood when it was looked at last.</summary>
    public long Operations { get; private set; }

    /// <summary>Asks about everybody, and checks that answer with all others since the last time.</summary>
    public async Task AnswersAsync()
    {
        var until = history.Now;
        await asking.ScreenAsync([.. Enumerable.Range(0, world.People)]);
        var acts = history.Acts.Where(act => act is OptedOut or Withdrew || act.End > _checkedUntil).ToList();
        Answers += acts.Count(act => act.End > _checkedUntil && act.End <= until);
        if (new AnswerCheck(acts, NoOrdinals).Find() is { } found)
            throw new ViolationException($"{found.What}: person {found.Person}, act {found.Act.Begin}\n{History.Text(AnswerCheck.Shrink(history.Acts, NoOrdinals, found))}");
        _checkedUntil = until;
    }

    /// <summary>Opens what the kill left, finishes what was begun, and looks at all of it.</summary>
    public async Task StoredAsync()
    {
        await using var gate = await place.GateAsync();
        await gate.Get<Sweeping>().FinishAllAsync();
        await gate.Get<CopyMaking>().CompleteAsync();
        await new EndCheck(gate, history).RunAsync();
        Operations = (await gate.Vault.ReadAsync(RegisterHead.ReadAsync)).Sequence;
    }

    /// <summary>What happened, by kind.</summary>
    public static IReadOnlyDictionary<string, long> Tally(IReadOnlyCollection<Act> acts) => Coverage.Of(acts).Where(one => one.Value > 0).ToDictionary();
}
