using Centra.Rules;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>The zone in which pages show and read times: the society's, as its calendar says.</summary>
internal sealed class SocietyZone(IGrainFactory grains, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    private (TimeZoneInfo Zone, DateTimeOffset At) _last = (TimeZoneInfo.Utc, DateTimeOffset.MinValue);

    /// <summary>The zone, a minute old at most. While the calendar cannot be had it is the last known.</summary>
    public async ValueTask<TimeZoneInfo> GetAsync()
    {
        var (zone, at) = _last;
        if (clock.GetUtcNow() - at < Kept)
            return zone;
        var version = await grains.GetGrain<IRulesGrain>($"rules/{CalendarRules.Kind}").Current();
        if (!version.IsRefused)
            zone = TimeZoneInfo.FindSystemTimeZoneById(RulesReader.Read<CalendarRules>(version.Value).Zone);
        _last = (zone, clock.GetUtcNow());
        return zone;
    }
}
