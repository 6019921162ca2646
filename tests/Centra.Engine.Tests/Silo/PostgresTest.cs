using Centra.Testing;

namespace Centra.Engine.Tests.Silo;

/// <summary>Tests with an empty PostgreSQL database each; skipped on an engine that has no use for one, or where there is no server.</summary>
public abstract class PostgresTest : IAsyncLifetime
{
    protected string Database { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(EngineHost.IsForClusters, "The embedded engine is one process.");
        var server = await PrivatePostgres.TryStartAsync();
        Assert.SkipWhen(server is null, PrivatePostgres.Absence);
        Database = await server!.CreateDatabaseAsync();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
