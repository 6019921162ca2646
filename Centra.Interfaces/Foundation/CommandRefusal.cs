namespace Centra;

/// <summary>Refusals that any command can meet.</summary>
public enum CommandRefusal
{
    /// <summary>The Idempotency-Key was used before, for something else.</summary>
    [Refuses(RefusalKind.Conflict, "This Idempotency-Key was used before for another command.")]
    IdempotencyKeyWasUsedForAnotherCommand = 1,
}
