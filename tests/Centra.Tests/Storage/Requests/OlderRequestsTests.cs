using Centra.Storage;

namespace Centra.Tests.Storage.Requests;

public sealed class SqliteOlderRequestsTests : OlderRequestsContract<SqliteKind>;

public sealed class PostgresOlderRequestsTests : OlderRequestsContract<PostgresKind>;

/// <summary>Requests that were written before there was an index are in it afterwards, under the marks that new ones get.</summary>
public abstract class OlderRequestsContract<TKind>
    where TKind : DatabaseKind, new()
{
    private const string Columns = "insert into request (request_id, kind, title, stage, stage_since, ball, created_at, institution_id, investigator_id, investigator, is_sealed, open_questions, agreement_version, words) values ";

    [Fact]
    public async Task Requests_OfBefore_AreFoundByWordsAndFilters()
    {
        await using var database = (await new TKind().NewAsync())();
        var scripts = MigrationScript.Of("read", database.Dialect);
        var search = scripts.FindIndex(script => script.Name.StartsWith("0018", StringComparison.Ordinal));
        await RunAsync(database, scripts.Take(search).Select(script => script.Text).Append(Columns
            + "('r-1', 'Original', 'Lung: Zürich', 'Active', 5, 'applicant', 1, 'n-01', 'Pi', 'Ada Stone', 0, 0, 0, 'lung: zurich ada stone'),"
            + "('r-2', 'Original', 'Draft of lung', 'Draft', 5, 'applicant', 1, 'n-01', 'x', 'Ben', 0, 0, 0, 'draft of lung ben')")
            .Append("insert into request_person values ('r-1', 'Pi', 'PrincipalInvestigator', 1)").Append("insert into request_dataset values ('r-1', 'meeting-abstracts', 'Abstracts', null)"));
        await RunAsync(database, scripts.Skip(search).Select(script => script.Text));

        (await database.IdsAsync(new RequestFilter("anybody", IsInside: true) { Words = "lung ada" })).ShouldBe(["r-1"]);
        (await database.IdsAsync(new RequestFilter("Pi", IsInside: false) { Words = "zur", Part = "PrincipalInvestigator", Stage = "Active", Ball = "applicant" })).ShouldBe(["r-1"]);
        (await database.IdsAsync(new RequestFilter("Pi", IsInside: false) { Dataset = "meeting-abstracts", Institution = "n-01" })).ShouldBe(["r-1"]);
        (await database.IdsAsync(new RequestFilter("pi", IsInside: false))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Acts_OfBefore_AreTakenFromTheEvents()
    {
        await using var database = (await new TKind().NewAsync())();
        var scripts = MigrationScript.Of("read", database.Dialect);
        var acts = scripts.FindIndex(script => script.Name.StartsWith("0024", StringComparison.Ordinal));
        await RunAsync(database, scripts.Take(acts).Select(script => script.Text));
        await WriteOldAsync(database);
        await RunAsync(database, scripts.Skip(acts).Select(script => script.Text));

        (await database.IdsAsync(new RequestFilter("lead", IsInside: true) { Mine = RequestMine.Managing })).ShouldBe(["r1"]);
        (await database.IdsAsync(new RequestFilter("first", IsInside: false) { Mine = RequestMine.Waiting })).ShouldBeEmpty();
        (await database.IdsAsync(new RequestFilter("second", IsInside: false) { Mine = RequestMine.Waiting })).ShouldBe(["r1"]);
        (await database.IdsAsync(new RequestFilter("lead", IsInside: true) { Mine = RequestMine.Waiting, Turns = ["chair"] })).ShouldBeEmpty();
        (await database.IdsAsync(new RequestFilter("pi", IsInside: false) { Mine = RequestMine.Applied, Words = "lung" })).ShouldBe(["r1"]);
        (await database.IdsAsync(new RequestFilter("official", IsInside: false) { Institutions = ["north"] })).ShouldBe(["r1"]);
    }

    // Second evaluated in a round that was given up; first has in the present one.
    private static Task WriteOldAsync(IDatabase database) => database.WriteAsync(Fence.None, async session =>
    {
        var row = ListedRequests.Row("r1", "Lung", stage: "CommitteeReview", ball: "reviewer");
        row.AgreementVersion = 1;
        RequestPersonRow[] people = [new("r1", "first", "Reviewer", 1), new("r1", "second", "Reviewer", 1), new("r1", "pi", "PrincipalInvestigator", 1)];
        row.Words = RequestWords.Of(row, people, [], []).Replace(" §on", "", StringComparison.Ordinal);
        row.Place = 5;
        await RequestTable.AddAsync(session, row);
        foreach (var person in people)
            await RequestPartTables.AddPersonAsync(session, person);
        (string Type, string Actor)[] events = [("PolicyChecked", "lead"), ("Evaluated", "second"), ("ReviewRoundBegun", "lead"), ("Evaluated", "first"), ("QuestionAsked", "asker")];
        foreach (var (happened, at) in events.Select((happened, at) => (happened, at)))
            await session.ExecuteAsync("insert into event (stream, position, type, payload, actor, at, command_id, previous_hash, hash) values ('request/r1', $1, $2, '{}', $3, 1, '', '', '')", (long)at + 1, happened.Type, happened.Actor);
        return true;
    });

    private static Task RunAsync(IDatabase database, IEnumerable<string> texts) => database.WriteAsync(Fence.None, async session =>
    {
        foreach (var text in texts)
            await session.ExecuteAsync(text);
        return true;
    });
}
