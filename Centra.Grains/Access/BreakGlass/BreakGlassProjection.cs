using Centra.Recording;
using Centra.Storage;

namespace Centra.Access;

/// <summary>Keeps the list of break-glass accesses, and tells all officers of each.</summary>
public sealed class BreakGlassProjection : MappedProjection
{
    /// <inheritdoc/>
    public override string StreamPrefix => "break-glass/";

    /// <inheritdoc/>
    protected override async Task ApplyAsync(ReadContext context, RecordedEvent recorded)
    {
        var id = recorded.Stream[StreamPrefix.Length..];
        if (recorded.Read<GlassBroken>() is { } broken)
        {
            context.Add(Row(id, broken));
            context.Add(new AlarmRow { AlarmId = $"alarm-{id}", Kind = nameof(GlassBroken), At = broken.At.ToUnixTimeMilliseconds(), Text = Sentence(id, broken) });
            return;
        }
        var row = await context.FindAsync<BreakGlassRow>(id) ?? throw new StreamBrokenException($"Break-glass access {id} has no row.");
        if (recorded.Read<BreakGlassReviewed>() is { } reviewed)
            (row.Outcome, row.ReviewedBy, row.ReviewedAt) = (reviewed.Outcome.ToString(), reviewed.By, reviewed.At.ToUnixTimeMilliseconds());
    }

    private static BreakGlassRow Row(string id, GlassBroken broken) => new()
    {
        BreakGlassId = id,
        UserId = broken.UserId,
        Purpose = broken.Purpose,
        OpenedAt = broken.At.ToUnixTimeMilliseconds(),
        Until = broken.Until.ToUnixTimeMilliseconds(),
        ReviewDue = broken.ReviewDue.ToUnixTimeMilliseconds(),
        Outcome = nameof(ReviewOutcome.None),
    };

    private static string Sentence(string id, GlassBroken broken) =>
        $"{broken.UserId} broke the glass for {broken.Purpose} ({id}). To be reviewed by {broken.ReviewDue:yyyy-MM-dd HH:mm} UTC by another officer.";
}
