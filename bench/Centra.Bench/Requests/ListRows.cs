using Centra.Storage;

namespace Centra.Bench.Requests;

/// <summary>Many requests in a read model of their own, as projections would have left them: common and rare words, busy and quiet people.</summary>
internal static class ListRows
{
    private const string Insert = "insert into request (request_id, kind, title, stage, stage_since, ball, created_at, institution_id, investigator_id, investigator, is_sealed, open_questions, agreement_version, words, place) "
        + "values ($1, 'Original', $2, $3, $4, $5, $4, $6, $7, $8, 0, 0, $11, $9, $10)";

    private static readonly string[] Stages = ["Draft", "Availability", "PolicyCheck", "CommitteeReview", "Contracting", "Fulfilment", "Active", "Active", "Closed", "Denied"];
    private static readonly string[] Sites = ["lung", "breast", "colon", "prostate", "ovary", "melanoma", "lymphoma", "sarcoma"];

    /// <summary>A read model of strangers alone.</summary>
    public static async Task FillAsync(IDatabase database, int requests)
    {
        await Migrator.MigrateAsync(database, "read", 0);
        await AddAsync(database, 0, requests, ListCast.Strangers);
    }

    /// <summary>More requests, from one number up to before another. Words are indexed all at once: one by one takes many times as long.</summary>
    public static async Task AddAsync(IDatabase database, int from, int to, ListCast cast)
    {
        var trigger = await database.ReadAsync(session => session.QueryAsync("select sql from sqlite_master where name = 'request_search_insert'", row => row.GetString(0)));
        await database.WriteAsync(Fence.None, session => session.ExecuteAsync("drop trigger request_search_insert"));
        foreach (var numbers in Enumerable.Range(from, to - from).Chunk(5_000))
            await database.WriteAsync(Fence.None, async session =>
            {
                foreach (var number in numbers)
                    await AddAsync(session, number, cast);
                return true;
            });
        await database.WriteAsync(Fence.None, session => session.ExecuteAsync("insert into request_search (request_search) values ('rebuild')"));
        await database.WriteAsync(Fence.None, session => session.ExecuteAsync(trigger.Single()));
    }

    private static async Task AddAsync(DbSession session, int number, ListCast cast)
    {
        var row = Row(number, cast);
        RequestPersonRow[] people = [new(row.RequestId, row.InvestigatorId, "PrincipalInvestigator", 1), new(row.RequestId, cast.Reviewer(number), "Reviewer", 1)];
        RequestDatasetRow[] datasets = [new(row.RequestId, cast.Dataset(number), "Data")];
        // Of a manager every third, of reviewers every other one.
        RequestActRow[] acts = [.. number % 3 == 0 ? [new RequestActRow(row.RequestId, "manager", "Managed")] : Array.Empty<RequestActRow>(), .. number % 2 == 0 ? [new RequestActRow(row.RequestId, cast.Reviewer(number), "Evaluated")] : Array.Empty<RequestActRow>()];
        foreach (var act in acts)
            await RequestPartTables.AddActAsync(session, act);
        await session.ExecuteAsync(Insert, row.RequestId, row.Title, row.Stage, row.StageSince, row.Ball, row.InstitutionId, row.InvestigatorId, row.Investigator,
            RequestWords.Of(row, people, datasets, acts), row.StageSince << RequestPlace.Bits, row.AgreementVersion);
        foreach (var person in people)
            await session.ExecuteAsync("insert into request_person (request_id, user_id, part, since) values ($1, $2, $3, 1)", person.RequestId, person.UserId, person.Part);
        await session.ExecuteAsync("insert into request_dataset (request_id, dataset_id, title) values ($1, $2, 'Data')", row.RequestId, datasets[0].DatasetId);
    }

    // Every twentieth request is one of the busiest applicant.
    private static RequestRow Row(int number, ListCast cast) => new()
    {
        RequestId = $"request-{number:x8}", Kind = "Original", Title = $"Outcomes of {Sites[number % 8]} cancer in cohort {number}", Stage = Stages[number % 10],
        StageSince = cast.First + number * 1_000L, Ball = number % 10 == 3 ? "reviewer" : number % 3 == 0 ? "applicant" : "manager", AgreementVersion = number % 10 is > 3 and < 9 ? 1 : 0, InstitutionId = cast.Institution(number),
        InvestigatorId = number % 20 == 0 ? cast.Busy : $"user{number % 3_000}", Investigator = $"Person{number % 3_000} Stone", Words = "",
    };
}
