namespace Centra.Recording;

/// <summary>How a feature's state is folded from events, and how it is stored: separate shapes, so that either can change alone.</summary>
/// <param name="Load">The state from its stored form; from null, the state before the first event.</param>
/// <param name="Save">The stored form of a state.</param>
/// <param name="Apply">The state after an event.</param>
public sealed record RecordedForm<TState, TEvent, TStored>(Func<TStored?, TState> Load, Func<TState, TStored> Save, Func<TState, TEvent, TState> Apply);
