namespace Centra.Cli.Server;

/// <summary>How often something is tried again, and after what wait: doubling, bounded, or as long as the service asks for.</summary>
internal sealed record Patience(int Tries, TimeSpan First, TimeSpan Longest, TimeSpan LongestAsked)
{
    /// <summary>Outlasts a restart of the service: about two and a half minutes.</summary>
    public static Patience Usual { get; } = new(10, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5));

    /// <summary>The wait after a number of failures, or null when it is enough.</summary>
    /// <param name="failures">From 1.</param>
    /// <param name="asked">Retry-After, where the service sent one.</param>
    public TimeSpan? WaitAfter(int failures, TimeSpan? asked)
    {
        if (failures >= Tries)
            return null;
        var own = TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << (failures - 1)));
        return asked > own ? TimeSpan.FromTicks(Math.Min(asked.Value.Ticks, LongestAsked.Ticks)) : own;
    }
}
