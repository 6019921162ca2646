using System.Collections.Immutable;

namespace Centra.Access;

/// <summary>What happens to a grant for looking: a closed family.</summary>
public abstract record LookGrantEvent;

/// <summary>It was given.</summary>
public sealed record LookGrantGiven(ImmutableArray<string> Purposes, DateTimeOffset Until, string Employer, DateOnly TrainedOn, string By, DateTimeOffset At) : LookGrantEvent;

/// <summary>It was confirmed and extended.</summary>
public sealed record LookGrantRecertified(DateTimeOffset Until, string Employer, DateOnly TrainedOn, string By, DateTimeOffset At) : LookGrantEvent;

/// <summary>It ended.</summary>
public sealed record LookGrantRevoked(DateTimeOffset At) : LookGrantEvent;
