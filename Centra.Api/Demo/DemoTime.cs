using Orleans.Runtime;

namespace Centra.Api.Demo;

/// <summary>
/// The clock of a demo: what its seeding does happens on the days of the story that it tells, so that terms have ended and figures have something
/// to count; everything else happens now. The day travels with the seeding's own calls and nothing else.
/// </summary>
internal sealed class DemoTime : TimeProvider
{
    private const string Key = "demo-time";

    /// <summary>Now, or the day that the seeding tells of.</summary>
    public override DateTimeOffset GetUtcNow() => RequestContext.Get(Key) is DateTimeOffset at ? at : base.GetUtcNow();

    /// <summary>From here on, in this method and in what it calls.</summary>
    public static void Set(DateTimeOffset at) => RequestContext.Set(Key, at);

    /// <summary>Does something as if it were done then.</summary>
    public static async Task AtAsync(DateTimeOffset at, Func<Task> work)
    {
        Set(at);
        await work();
    }
}
