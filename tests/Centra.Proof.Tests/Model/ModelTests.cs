using Centra.Testing;

namespace Centra.Proof.Model;

/// <summary>
/// Everything at once, against a checker of all answers and of what is stored in the end. CENTRA_PROOF_ACTS and CENTRA_PROOF_SEED run longer
/// and otherwise.
/// </summary>
public class ModelTests
{
    private static readonly int Seed = ModelRun.Size("CENTRA_PROOF_SEED", 1);

    [Fact]
    public async Task Sqlite_ManyActsAtOnce_NeverLetSomebodyInWhoOptedOut() =>
        (await new ModelRun { Acts = ModelRun.Size("CENTRA_PROOF_ACTS", 10_000), Seed = Seed }.TryAsync()).ShouldBeNull();

    [Fact]
    public async Task Postgres_ManyActsAtOnce_NeverLetSomebodyInWhoOptedOut()
    {
        var server = await PrivatePostgres.TryStartAsync();
        if (server is null)
            Assert.Skip(PrivatePostgres.Absence);
        var setup = new GateSetup { Postgres = await server!.CreateDatabaseAsync(), PostgresJournal = await server.CreateDatabaseAsync() };

        (await new ModelRun { Acts = ModelRun.Size("CENTRA_PROOF_ACTS", 10_000) / 10, Seed = Seed, Setup = setup }.TryAsync()).ShouldBeNull();
    }
}
