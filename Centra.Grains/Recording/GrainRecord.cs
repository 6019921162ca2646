namespace Centra.Recording;

/// <summary>
/// What one write keeps of a grain: its state, where its stream of events stands, the events that may not have reached the read
/// model yet, and the answers of recent commands. One record, one atomic write. Stored as JSON; missing fields read as CLR defaults.
/// </summary>
/// <typeparam name="TStored">The stored form of the grain's state.</typeparam>
public sealed record GrainRecord<TStored>
    where TStored : class
{
    /// <summary>The state, or null before the first event.</summary>
    public TStored? State { get; init; }

    /// <summary>How many events there were.</summary>
    public long Position { get; init; }

    /// <summary>The hash of the last event; null before the first.</summary>
    public string? Hash { get; init; }

    /// <summary>Events that were not known to be drained when this was written, oldest first.</summary>
    public RecordedEvent[]? Outbox { get; init; }

    /// <summary>Commands of the last 30 days with their answers, oldest first.</summary>
    public AnsweredCommand[]? Commands { get; init; }

    /// <summary>Those of which many come, the last few hundred.</summary>
    public RoutineAnswers? Routine { get; init; }

    /// <summary>What a command was answered that took effect before, and whether this is the same one; null: it did not.</summary>
    public (bool IsSame, string Answer)? Repeated(CommandId id, string content) =>
        Commands?.FirstOrDefault(known => known.Id == id.Value) is { } repeated ? (repeated.Content == content, repeated.Answer) : Routine?.Find(id.Value, content);
}

/// <summary>A command that took effect, and what it was answered.</summary>
/// <param name="Id">The command's id.</param>
/// <param name="Content">SHA-256 of the command, hex: the same id with another content is refused.</param>
/// <param name="At">When.</param>
/// <param name="Answer">The answer as JSON.</param>
public sealed record AnsweredCommand(Guid Id, string Content, DateTimeOffset At, string Answer)
{
    /// <summary>Whether it is one of many (<see cref="Centra.IRoutine"/>), which records of before kept here.</summary>
    public bool IsRoutine { get; init; }
}
