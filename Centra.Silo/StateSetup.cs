using Centra.Storage;
using Microsoft.Extensions.Hosting;

namespace Centra.Silo;

/// <summary>Brings the grains' database up to date before the engine reads from it.</summary>
internal sealed class StateSetup(IDatabase database, string part, TimeProvider time, PostgresModifiedGrains? numbered = null) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await Migrator.MigrateAsync(database, part, time.GetUtcNow().ToUnixTimeMilliseconds());
        if (numbered is not null)
            await numbered.RenumberAfterRestoreAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
