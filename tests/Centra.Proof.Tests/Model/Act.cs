using System.Globalization;
using Centra.Ingest;
using Centra.Matching;

namespace Centra.Proof.Model;

/// <summary>Something that a client did: when it began and ended, in steps of one clock for all, and what it was told.</summary>
internal abstract record Act(int Worker, long Begin)
{
    /// <summary>When the answer came; never, where none came.</summary>
    public long End { get; set; } = long.MaxValue;

    /// <summary>What was answered, for people.</summary>
    public string Answer { get; set; } = "no answer";

    /// <summary>Whether it concerns a person.</summary>
    public abstract bool IsAbout(int person);

    /// <summary>What it was.</summary>
    protected abstract string What { get; }

    /// <summary>When, what, and what was answered.</summary>
    public sealed override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Begin,6} to {(End == long.MaxValue ? "never" : End),6} by {Worker}: {What} -> {Answer}");
}

/// <summary>A line of a batch: a version of one record.</summary>
internal sealed record SentLine(int Person, string Id, long Version, bool InError);

internal sealed record Sent(int Worker, long Begin, string Practice, string Job, long Batch, IReadOnlyList<SentLine> Lines) : Act(Worker, Begin)
{
    public BatchReceipt? Receipt { get; set; }

    /// <summary>Whether every line was taken in or held.</summary>
    public bool IsTaken => Receipt is { Counts: { Suppressed: 0, Rejected: 0 } };

    public override bool IsAbout(int person) => Lines.Any(line => line.Person == person);

    protected override string What => $"{Practice} sends {Job} {Batch}: {string.Join(' ', Lines.Select(line => $"{line.Id}@{line.Version}{(line.InError ? "!" : "")}"))}";
}

internal sealed record Screened(int Worker, long Begin, IReadOnlyList<int> People) : Act(Worker, Begin)
{
    public IReadOnlyList<MatchOutcome> Outcomes { get; set; } = [];

    public override bool IsAbout(int person) => People.Contains(person);

    protected override string What => $"screens {string.Join(' ', People)}";
}

internal sealed record OptedOut(int Worker, long Begin, string Practice, int Person, CommandContext Context, bool WithId, int Variant) : Act(Worker, Begin)
{
    public string? OptOutId { get; set; }

    public bool InForce { get; set; }

    public override bool IsAbout(int person) => person == Person;

    protected override string What => $"{Practice} opts {Person} out{(WithId ? " with id" : "")}";
}

internal sealed record Withdrew(int Worker, long Begin, string OptOutId, int Person) : Act(Worker, Begin)
{
    public override bool IsAbout(int person) => person == Person;

    protected override string What => $"ends {OptOutId} of {Person}";
}

internal sealed record Reviewed(int Worker, long Begin, string Practice, int Person, long Ordinal, string Verdict) : Act(Worker, Begin)
{
    public override bool IsAbout(int person) => person == Person;

    protected override string What => $"{Practice}'s {Person} and opt-out {Ordinal}: {Verdict}";
}

internal sealed record Disputed(int Worker, long Begin, string Practice, int Person) : Act(Worker, Begin)
{
    public override bool IsAbout(int person) => person == Person;

    protected override string What => $"{Practice} disputes {Person}";
}

internal sealed record Looked(int Worker, long Begin, string Practice, int Person) : Act(Worker, Begin)
{
    public bool Readable { get; set; }

    public override bool IsAbout(int person) => person == Person;

    protected override string What => $"looks at {Practice}'s {Person}";
}

/// <summary>A deletion; of one record, or with a null id of the patient.</summary>
internal sealed record Deleted(int Worker, long Begin, string Practice, int Person, string? Id) : Act(Worker, Begin)
{
    public override bool IsAbout(int person) => person == Person;

    protected override string What => $"{Practice} deletes {Id ?? "patient"} of {Person}";
}

/// <summary>What concerns everybody: steps of re-keying, sweeps, the end of thirty days.</summary>
internal sealed record Tended(int Worker, long Begin, string Matter) : Act(Worker, Begin)
{
    public override bool IsAbout(int person) => Matter == "thirty days";

    protected override string What => Matter;
}
