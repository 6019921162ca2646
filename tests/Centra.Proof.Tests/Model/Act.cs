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

    /// <summary>Whether it may have changed what is stored.</summary>
    public virtual bool Changes => true;

    /// <summary>Whether it concerns a person.</summary>
    public abstract bool IsAbout(int person);

    /// <summary>What it was.</summary>
    protected abstract string What { get; }

    /// <summary>When, what, and what was answered.</summary>
    public sealed override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Begin,6} to {(End == long.MaxValue ? "never" : End),6} by {Worker}: {What} -> {Answer}");
}

/// <summary>A line of a batch: a version of a patient (as themselves, or by mistake as somebody else) or of a record.</summary>
internal sealed record SentLine(string Id, long Version, bool InError = false, bool IsMistaken = false)
{
    public int Person => World.PersonOf(Id);

    public string Patient => World.PatientOf(Id);

    public bool IsPatient => Id == Patient;

    public override string ToString() => $"{Id}@{Version}{(InError ? "!" : "")}{(IsMistaken ? "?" : "")}";
}

internal sealed record Sent(int Worker, long Begin, string Practice, string Job, long Batch, IReadOnlyList<SentLine> Lines) : Act(Worker, Begin)
{
    public BatchReceipt? Receipt { get; set; }

    /// <summary>Whether every line was taken in or held.</summary>
    public bool IsTaken => Receipt is { Counts: { Suppressed: 0, Rejected: 0 } };

    /// <summary>The only patient whom it is of, or null.</summary>
    public string? OnlyPatient => Lines.Select(line => line.Patient).Distinct().Take(2).ToList() is [var only] ? only : null;

    public override bool IsAbout(int person) => Lines.Any(line => line.Person == person);

    protected override string What => $"{Practice} sends {Job} {Batch}: {string.Join(' ', Lines)}";
}

internal sealed record Screened(int Worker, long Begin, IReadOnlyList<int> People) : Act(Worker, Begin)
{
    public IReadOnlyList<MatchOutcome> Outcomes { get; set; } = [];

    public override bool Changes => false;

    public override bool IsAbout(int person) => People.Contains(person);

    protected override string What => $"screens {string.Join(' ', People)}";
}

internal sealed record Looked(int Worker, long Begin, string Practice, int Person) : Act(Worker, Begin)
{
    public bool Readable { get; set; }

    public override bool Changes => false;

    public override bool IsAbout(int person) => person == Person;

    protected override string What => $"looks at {Practice}'s {Person}";
}

/// <summary>A deletion; of one record, or with a null id of the patient.</summary>
internal sealed record Deleted(int Worker, long Begin, string Practice, string Job, long Batch, string Patient, string? Id) : Act(Worker, Begin)
{
    public BatchReceipt? Receipt { get; set; }

    public override bool IsAbout(int person) => person == World.PersonOf(Patient);

    protected override string What => $"{Practice} deletes {Id ?? Patient} in {Job} {Batch}";
}

/// <summary>What concerns everybody: steps of re-keying, sweeps, the end of thirty days.</summary>
internal sealed record Tended(int Worker, long Begin, string Matter) : Act(Worker, Begin)
{
    public override bool IsAbout(int person) => Matter == "thirty days";

    protected override string What => Matter;
}
