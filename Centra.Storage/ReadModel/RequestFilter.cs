namespace Centra.Storage;

/// <summary>Which requests. What is empty is not asked about.</summary>
/// <param name="UserId">Who asks.</param>
/// <param name="IsInside">They see whatever was handed in; otherwise what they have a part in.</param>
public sealed record RequestFilter(string UserId, bool IsInside)
{
    /// <summary>The asker's part.</summary>
    public string Part { get; init; } = "";

    /// <summary>What it is to the asker: <see cref="RequestMine"/>.</summary>
    public string Mine { get; init; } = "";

    /// <summary>What the asker may have to do for the society by their roles: names of balls.</summary>
    public IReadOnlyList<string> Turns { get; init; } = [];

    /// <summary>Institutions that the asker signs for; requests with an agreement of theirs are seen.</summary>
    public IReadOnlyList<string> Institutions { get; init; } = [];

    /// <summary>The stage.</summary>
    public string Stage { get; init; } = "";

    /// <summary>Who has to act.</summary>
    public string Ball { get; init; } = "";

    /// <summary>A dataset that is asked for.</summary>
    public string Dataset { get; init; } = "";

    /// <summary>The investigator's institution.</summary>
    public string Institution { get; init; } = "";

    /// <summary>Words of title, investigator or id, as somebody wrote them; all have to be there, the last one may go on.</summary>
    public string? Words { get; init; }
}
