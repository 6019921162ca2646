using Centra.Storage;

namespace Centra.Tests.Storage.Requests;

/// <summary>What people look at every day is found, and not looked for, however many requests there are.</summary>
public sealed class ListPlanTests() : StorageContract<SqliteKind>("read")
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Agreements_OfSomebodyOrOfAStanding_AreFound(bool ofUser, bool ofStanding)
    {
        var plan = await PlanAsync(AgreementList.Sql(ofUser, ofStanding), ofUser ? ["", ofStanding ? "Issued" : "", 100L, "u", 0L] : ["", "Issued", 100L]);

        plan.ShouldContain(step => step.StartsWith("SEARCH agreement USING INDEX", StringComparison.Ordinal));
        plan.ShouldNotContain(step => step.StartsWith("SCAN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Events_OfAStream_AreRead_WithoutLookingThroughTheSealedBallots()
    {
        var plan = await PlanAsync(EventList.OfStream, "request/r1", 0L, 100L);

        plan.ShouldContain(step => step.StartsWith("SEARCH r USING", StringComparison.Ordinal));
        plan.ShouldNotContain(step => step.StartsWith("SCAN", StringComparison.Ordinal));
    }

    private Task<List<string>> PlanAsync(string sql, params object?[] args) => ReadAsync(session => session.QueryAsync($"explain query plan {sql}", row => row.GetString(3), args));
}
