using Centra.Storage;

namespace Centra.Recording;

/// <summary>An event with its place in its stream's hash chain.</summary>
/// <param name="Stream">The grain's key.</param>
/// <param name="Position">1 for the first.</param>
/// <param name="Type">Name of the event.</param>
/// <param name="Payload">The event as JSON.</param>
/// <param name="Actor">Who.</param>
/// <param name="At">When.</param>
/// <param name="CommandId">The command that it came from.</param>
/// <param name="PreviousHash">Hash of the event before; empty for the first.</param>
public sealed record RecordedEvent(
    string Stream, long Position, string Type, string Payload, string Actor, DateTimeOffset At, Guid CommandId, string PreviousHash)
{
    /// <summary>How it is hashed; 0 for events of before there were forms.</summary>
    public int Form { get; init; }

    // The event itself, until it was written and read again: nobody has to make it from its JSON.
    internal object? Happened { get; init; }

    /// <summary>Its hash in the chain.</summary>
    public string Hash() => EventHash.Of(Row(""), Form);

    /// <summary>The event, if it is of this type.</summary>
    public T? Read<T>()
        where T : class => Happened as T ?? (Type == typeof(T).Name ? Recorder.Read<T>(Payload) : null);

    /// <summary>The row that keeps it.</summary>
    public EventRow ToRow() => Row(Hash());

    private EventRow Row(string hash) => new(Stream, Position, Type, Payload, Actor, At.ToUnixTimeMilliseconds(), CommandId.ToString(), PreviousHash, hash);
}
