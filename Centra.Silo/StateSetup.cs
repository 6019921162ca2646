using Centra.Storage;
using Microsoft.Extensions.Hosting;

namespace Centra.Silo;

/// <summary>Brings the grains' database up to date before the engine reads from it, and sees that it is no older than the read store.</summary>
internal sealed class StateSetup(IDatabase database, string part, TimeProvider time, PostgresModifiedGrains? numbered = null, ReadStore? read = null) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await Migrator.MigrateAsync(database, part, time.GetUtcNow().ToUnixTimeMilliseconds());
        if (numbered is not null)
            await numbered.RenumberAfterRestoreAsync(cancellationToken);
        if (read is not null)
            await StateAge.CheckAsync(database, read);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
