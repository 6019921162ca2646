using Centra.ReviewLane;

namespace Centra.Housekeeping;

/// <summary>Purges what nobody decided within thirty days.</summary>
public sealed class ReviewExpiry(Expiring expiring) : IHousekeepingTask
{
    /// <inheritdoc/>
    public string Name => "review-expiry";

    /// <inheritdoc/>
    public TimeSpan Period => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public Task<int> RunAsync() => expiring.RunAsync();
}
