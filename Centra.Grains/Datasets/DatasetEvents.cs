using System.Collections.Immutable;

namespace Centra.Datasets;

/// <summary>What happens to a dataset: a closed family.</summary>
public abstract record DatasetEvent;

/// <summary>It was listed.</summary>
public sealed record DatasetAdded(DatasetDescription About, DateTimeOffset At) : DatasetEvent;

/// <summary>What it is was said anew.</summary>
public sealed record DatasetDescribed(DatasetDescription About) : DatasetEvent;

/// <summary>It has a dictionary.</summary>
public sealed record DictionarySet(ImmutableArray<DatasetVariable> Variables) : DatasetEvent;

/// <summary>Whether, from whom and for what it can be asked.</summary>
public sealed record UseSet(DatasetStanding Standing, string? CommitteeId, string? UsePolicy, string? OutsideAddress) : DatasetEvent;

/// <summary>What may leave.</summary>
public sealed record ReleaseProfileSet(ReleaseProfile Profile) : DatasetEvent;

/// <summary>It has new rows.</summary>
public sealed record VersionAdded(DatasetVersion Version) : DatasetEvent;

/// <summary>It is no longer given out.</summary>
public sealed record DatasetRetired(string Reason) : DatasetEvent;

/// <summary>Somebody has a question.</summary>
public sealed record QuestionAsked(string QuestionId, string Text, string By, DateTimeOffset At) : DatasetEvent;

/// <summary>The steward has answered.</summary>
public sealed record QuestionAnswered(string QuestionId, string Text, string By, DateTimeOffset At) : DatasetEvent;

/// <summary>Somebody wants to hear when it comes.</summary>
public sealed record InterestRegistered(string Note, string By, DateTimeOffset At) : DatasetEvent;
