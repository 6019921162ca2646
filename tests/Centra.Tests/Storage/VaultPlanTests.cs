using Centra.Gate;
using Centra.Rekeying;
using Centra.Storage;
using Centra.Telemetry;

namespace Centra.Tests.Storage;

/// <summary>How SQLite goes about what is asked again and again of tables with millions of rows: from an index, never through the table.</summary>
public sealed class VaultPlanTests() : StorageContract<SqliteKind>("vault")
{
    [Theory]
    [InlineData(Sweeping.Going, "patient_unfinished")]
    [InlineData(Sweeping.Withheld, "patient_purging")]
    [InlineData(GateGauges.Going, "patient_unfinished")]
    public async Task ErasuresThatWait_AreReadFromTheirIndex(string sql, string index) =>
        (await PlanAsync(sql)).ShouldHaveSingleItem().ShouldContain($"INDEX {index}");

    [Theory]
    [InlineData(RekeyingRows.SurplusTokens, "SEARCH opt_out_token USING PRIMARY KEY (token>?)")]
    [InlineData(RekeyingRows.SurplusPatients, "SEARCH patient USING INTEGER PRIMARY KEY (rowid>?)")]
    public async Task RemovalAfterRekeying_GoesOnWhereItEnded(string sql, string step) => (await PlanAsync(sql)).ShouldHaveSingleItem().ShouldBe(step);

    [Theory]
    [InlineData(OptOuts.OfAll, "opt_out_received")]
    [InlineData(OptOuts.OfPractice, "opt_out_practice")]
    public async Task OptOuts_OfATime_AreReadFromTheirIndexInItsOrder(string sql, string index) =>
        (await PlanAsync(sql)).ShouldHaveSingleItem().ShouldContain($"SEARCH opt_out USING INDEX {index}");

    // What a parameter holds has no say in a plan.
    private Task<List<string>> PlanAsync(string sql)
    {
        object?[] args = [.. Enumerable.Repeat<object?>(1L, sql.Count(letter => letter == '$'))];
        return ReadAsync(session => session.QueryAsync($"explain query plan {sql}", row => row.GetString(3), args));
    }
}
