namespace Centra.Alarms;

/// <summary>
/// Watches for a practice that screens variant after variant of one opted-out person, which is how somebody would find out who opted out.
/// Only people who were found are watched: about the others an answer tells nothing. In memory, an hour long.
/// </summary>
public sealed class ProbeWatch(AlarmBell bell, TimeProvider clock)
{
    private const int MostVariants = 12;
    private const int MostWatched = 100_000;
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);
    private readonly Lock _gate = new();
    private readonly Dictionary<(string PracticeId, long Ordinal), HashSet<Key128>> _variants = [];
    private DateTimeOffset _since;

    /// <summary>A screened identity was found to be, or perhaps to be, the person of an opt-out.</summary>
    public Task NoteAsync(string practiceId, long ordinal, Key128 identity) => IsProbing(practiceId, ordinal, identity)
        ? bell.RingAsync(AlarmKind.IdentityIsProbed, practiceId, $"More than {MostVariants} variants of one person who opted out were screened within an hour.")
        : Task.CompletedTask;

    private bool IsProbing(string practiceId, long ordinal, Key128 identity)
    {
        lock (_gate)
        {
            if (clock.GetUtcNow() - _since > Window || _variants.Count > MostWatched)
            {
                _variants.Clear();
                _since = clock.GetUtcNow();
            }
            if (!_variants.TryGetValue((practiceId, ordinal), out var variants))
                _variants[(practiceId, ordinal)] = variants = [];
            return variants.Add(identity) && variants.Count == MostVariants + 1;
        }
    }
}
