using Centra.Rules;
using Centra.Storage;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>The zone in which pages show and read times: the society's, as its calendar says.</summary>
internal sealed class SocietyZone(IGrainFactory grains, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    private Known _last = new(TimeZoneInfo.Utc, DateTimeOffset.MinValue);

    /// <summary>The zone, a minute old at most. While the calendar cannot be had it is the last known: a page that says what is wrong has to come.</summary>
    public async ValueTask<TimeZoneInfo> GetAsync()
    {
        var last = _last;
        if (clock.GetUtcNow() - last.At < Kept)
            return last.Zone;
        _last = last = new Known(await ReadAsync() ?? last.Zone, clock.GetUtcNow());
        return last.Zone;
    }

    private async Task<TimeZoneInfo?> ReadAsync()
    {
        try
        {
            var version = await grains.GetGrain<IRulesGrain>($"rules/{CalendarRules.Kind}").Current();
            return version.IsRefused ? null : TimeZoneInfo.FindSystemTimeZoneById(RulesReader.Read<CalendarRules>(version.Value).Zone);
        }
        catch (Exception error) when (error is StorageUnavailableException or TimeoutException or System.Data.Common.DbException)
        {
            return null;
        }
    }

    private sealed record Known(TimeZoneInfo Zone, DateTimeOffset At);
}
