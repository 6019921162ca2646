namespace Centra.Api.Portal;

/// <summary>Something that waits for somebody.</summary>
/// <param name="Title">What, as on a button.</param>
/// <param name="Lines">What it waits with, the most pressing first.</param>
/// <param name="All">Where all of it is listed; null: what is shown here is all.</param>
public sealed record Duty(string Title, IReadOnlyList<DutyLine> Lines, string? All = null)
{
    /// <summary>As many as lists are read at once.</summary>
    public const int Most = 100;

    /// <summary>How many, for people.</summary>
    public string Count => Lines.Count >= Most ? $"{Most} or more" : $"{Lines.Count}";

    /// <summary>Whether it waits for others: told, not asked for.</summary>
    public bool IsNews { get; init; }
}

/// <summary>One of them.</summary>
/// <param name="Text">What it is about.</param>
/// <param name="Link">Where it is done.</param>
/// <param name="Due">Until when; null: no date is set.</param>
/// <param name="Note">What else there is to say.</param>
public sealed record DutyLine(string Text, string? Link, DateTimeOffset? Due = null, string Note = "");

/// <summary>The duties of one of a person's roles.</summary>
/// <param name="Role">The role in words.</param>
/// <param name="Duties">What waits; what has nothing waiting is left out.</param>
/// <param name="Chief">What the role does of its own accord, without anything waiting; null: it only answers what waits.</param>
/// <param name="Places">Where else they go.</param>
public sealed record RoleDuties(string Role, IReadOnlyList<Duty> Duties, (string Text, string Link)? Chief, IReadOnlyList<(string Text, string Link)> Places);
