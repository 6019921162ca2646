using Centra.Housekeeping;

namespace Centra.Notifications;

/// <summary>Tells people: first overdue stages are noted, then messages are made, then what is due is sent.</summary>
public sealed class NotificationSweep(Overdue overdue, Addressing addressing, Posting posting) : IHousekeepingTask
{
    /// <inheritdoc/>
    public string Name => "notifications";

    /// <inheritdoc/>
    public TimeSpan Period => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public bool HasMore => addressing.HasMore || posting.HasMore;

    /// <inheritdoc/>
    public async Task<int> RunAsync() => await overdue.RunAsync() + await addressing.RunAsync() + await posting.RunAsync();
}
