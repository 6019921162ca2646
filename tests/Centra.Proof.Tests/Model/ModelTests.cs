using Centra.Testing;

namespace Centra.Proof.Model;

/// <summary>
/// Everything at once, against a checker of all answers and of what is stored in the end. CENTRA_PROOF_ACTS and CENTRA_PROOF_SEED run longer
/// and otherwise.
/// </summary>
public class ModelTests
{
    private static readonly int Acts = ModelRun.Size("CENTRA_PROOF_ACTS", 20_000);

    private static readonly int ActsInBadWeather = Acts / 8;

    private static ModelRun Run => new() { Seed = ModelRun.Size("CENTRA_PROOF_SEED", 1), IsEnough = Coverage.IsEnough, Look = Report };

    [Fact]
    public async Task Sqlite_ManyActsAtOnce_NeverLetSomebodyInWhoOptedOut() => (await (Run with { Acts = Acts }).TryAsync()).ShouldBeNull();

    [Fact]
    public async Task Postgres_ManyActsAtOnce_NeverLetSomebodyInWhoOptedOut()
    {
        var server = await PrivatePostgres.TryStartAsync();
        if (server is null)
            Assert.Skip(PrivatePostgres.Absence);
        var setup = new GateSetup { Postgres = await server!.CreateDatabaseAsync(), PostgresJournal = await server.CreateDatabaseAsync() };

        (await (Run with { Acts = Acts / 10, Setup = setup }).TryAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Sqlite_SlowAndFailingStorage_NeverLetsSomebodyInWhoOptedOut()
    {
        var weather = new Weather(Run.Seed);

        (await (Run with { Acts = ActsInBadWeather, Weather = weather }).TryAsync()).ShouldBeNull();

        TestContext.Current.TestOutputHelper?.WriteLine($"{weather.Failures} failures of storage");
        weather.Failures.ShouldBeGreaterThan(ActsInBadWeather / 25);
    }

    private static void Report(IReadOnlyCollection<Act> acts)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", Coverage.Of(acts).Select(one => $"{one.Key} {one.Value}")));
        Coverage.Check(acts);
    }
}
