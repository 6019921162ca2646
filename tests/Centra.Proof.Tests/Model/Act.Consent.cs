namespace Centra.Proof.Model;

internal sealed record OptedOut(int Worker, long Begin, string Practice, int Person, CommandContext Context, bool WithId, int Variant) : Act(Worker, Begin)
{
    public string? OptOutId { get; set; }

    public bool InForce { get; set; }

    public override bool IsAbout(int person) => person == Person;

    protected override string What => $"{Practice} opts {Person} out{(WithId ? " with id" : "")}";
}

internal sealed record Withdrew(int Worker, long Begin, string OptOutId, int Person, bool IsReinstatement) : Act(Worker, Begin)
{
    /// <summary>The opt-outs that it ended, once that is known.</summary>
    public IReadOnlyList<string> Ended { get; set; } = [];

    public override bool IsAbout(int person) => person == Person;

    protected override string What => $"{(IsReinstatement ? "reinstates" : "corrects")} {OptOutId} of {Person}";
}

internal sealed record Reviewed(int Worker, long Begin, string Practice, string Patient, long Ordinal, string Verdict) : Act(Worker, Begin)
{
    public override bool IsAbout(int person) => person == World.PersonOf(Patient);

    protected override string What => $"{Practice}'s {Patient} and opt-out {Ordinal}: {Verdict}";
}

internal sealed record Disputed(int Worker, long Begin, string Practice, int Person) : Act(Worker, Begin)
{
    public override bool IsAbout(int person) => person == Person;

    protected override string What => $"{Practice} disputes {Person}";
}
