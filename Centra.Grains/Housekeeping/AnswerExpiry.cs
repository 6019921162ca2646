using Centra.Storage;

namespace Centra.Housekeeping;

/// <summary>Forgets what repeated opt-outs, and commands of busy grains, were answered with after thirty days, as grains forget their commands.</summary>
public sealed class AnswerExpiry(Vault vault, ReadStore read, TimeProvider clock) : IHousekeepingTask
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    public string Name => "answer-expiry";

    /// <inheritdoc/>
    public TimeSpan Period => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async Task<int> RunAsync() =>
        await vault.Database.WriteAsync(Fence.None, session => OptOutAnswers.ForgetAsync(session, clock.GetUtcNow() - Kept))
        + await read.Database.WriteAsync(Fence.None, session => OlderAnswers.ForgetAsync(session, clock.GetUtcNow() - Kept));
}
