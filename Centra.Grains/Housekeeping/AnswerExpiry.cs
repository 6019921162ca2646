using Centra.Storage;

namespace Centra.Housekeeping;

/// <summary>Forgets what repeated opt-outs were answered with after thirty days, as grains forget their commands.</summary>
public sealed class AnswerExpiry(Vault vault, TimeProvider clock) : IHousekeepingTask
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    public string Name => "answer-expiry";

    /// <inheritdoc/>
    public TimeSpan Period => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public Task<int> RunAsync() => vault.Database.WriteAsync(Fence.None, session => OptOutAnswers.ForgetAsync(session, clock.GetUtcNow() - Kept));
}
