using System.Collections.Immutable;

namespace Centra.Requests;

/// <summary>A question to the applicant.</summary>
public sealed record Question(string QuestionId, string Text, ImmutableArray<string> Sections, string AskedBy, DateTimeOffset AskedAt)
{
    /// <summary>The answer.</summary>
    public string? Answer { get; init; }

    /// <summary>When it was answered, withdrawn or lapsed.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Reminders sent.</summary>
    public int Reminders { get; init; }

    /// <summary>Whether nobody has answered it.</summary>
    public bool IsOpen => EndedAt is null;
}
