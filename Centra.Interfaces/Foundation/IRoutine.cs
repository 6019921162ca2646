namespace Centra;

/// <summary>
/// A command of which many come, and whose late repeat does no harm by itself: a saved section is held to its revision, a download is noted once
/// more. Of these the last 256 answers are kept, so that a record does not grow with them; of all others those of 30 days.
/// </summary>
public interface IRoutine;
