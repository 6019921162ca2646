namespace Centra;

/// <summary>Refusals that any command can meet.</summary>
public enum CommandRefusal
{
    /// <summary>The Idempotency-Key was used before, for something else.</summary>
    [Refuses(RefusalKind.Conflict, "This Idempotency-Key was used before for another command.")]
    IdempotencyKeyWasUsedForAnotherCommand = 1,

    /// <summary>The detail names the field and its limit (<see cref="TextLimits"/>).</summary>
    [Refuses(RefusalKind.Invalid, "A text is longer than its field takes.")]
    TextIsTooLong = 2,

    /// <summary>A text has a NUL character in it, which no text has and PostgreSQL keeps in none.</summary>
    [Refuses(RefusalKind.Invalid, "A text has a NUL character in it. Nothing of this was kept.")]
    TextHasANulCharacter = 3,
}
