using System.Collections.Concurrent;

namespace Centra.Gate;

/// <summary>How many people a practice may screen: a bucket that fills evenly, so that a load runs and a search through everybody does not.</summary>
public sealed class ScreeningAllowance(TimeProvider clock)
{
    /// <summary>People a practice may screen in a minute, and at once.</summary>
    public const int PeopleAMinute = 6_000_000;

    private readonly ConcurrentDictionary<string, Bucket> _buckets = new();

    /// <summary>Takes people off a practice's allowance, or refuses.</summary>
    public bool Take(string practiceId, int people)
    {
        var bucket = _buckets.GetOrAdd(practiceId, _ => new Bucket(clock.GetTimestamp()));
        lock (bucket)
        {
            var now = clock.GetTimestamp();
            bucket.People = Math.Min(PeopleAMinute, bucket.People + clock.GetElapsedTime(bucket.At, now).TotalMinutes * PeopleAMinute);
            bucket.At = now;
            if (bucket.People < people)
                return false;
            bucket.People -= people;
            return true;
        }
    }

    private sealed class Bucket(long at)
    {
        public double People { get; set; } = PeopleAMinute;

        public long At { get; set; } = at;
    }
}
