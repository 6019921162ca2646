using Centra.Notifications;
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

    // Each minute, and again for every two hundred e-mails. What is gone through is who wants one e-mail a day.
    [Fact]
    public async Task Mail_ThatIsDue_IsFoundAmongWhatWaits_AndNotAmongAllThatWasSent()
    {
        (await PlanAsync(DueMessages.Single, 1L, 200L, "t")).ShouldNotContain(step => step.StartsWith("SCAN", StringComparison.Ordinal));
        var daily = await PlanAsync(DueMessages.Daily, 1L, 50L, "t");

        daily.Where(step => step.StartsWith("SCAN", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldStartWith("SCAN c ");
        daily.Count(step => step.Contains("INDEX message_waiting (user_id=? AND next_at<?)", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task Overdue_IsAskedByRequest_AndNotInAllThatPeopleWereEverTold() =>
        (await PlanAsync(Overdue.Late, "Availability", 1L)).ShouldNotContain(step => step.StartsWith("SCAN", StringComparison.Ordinal));

    private Task<List<string>> PlanAsync(string sql, params object?[] args) => ReadAsync(session => session.QueryAsync($"explain query plan {sql}", row => row.GetString(3), args));
}
