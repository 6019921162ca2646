using System.Globalization;
using Centra.Storage;

namespace Centra.Bench.Requests;

/// <summary>Many requests in a read model of their own, as projections would have left them: common and rare words, busy and quiet people.</summary>
internal static class ListRows
{
    private const long First = 1_700_000_000_000;

    private const string Insert = "insert into request (request_id, kind, title, stage, stage_since, ball, created_at, institution_id, investigator_id, investigator, is_sealed, open_questions, agreement_version, words, place) "
        + "values ($1, 'Original', $2, $3, $4, $5, $4, $6, $7, $8, 0, 0, 0, $9, $10)";

    private static readonly string[] Stages = ["Draft", "Availability", "PolicyCheck", "CommitteeReview", "Contracting", "Fulfilment", "Active", "Active", "Closed", "Denied"];
    private static readonly string[] Sites = ["lung", "breast", "colon", "prostate", "ovary", "melanoma", "lymphoma", "sarcoma"];

    public static async Task FillAsync(IDatabase database, int requests)
    {
        await Migrator.MigrateAsync(database, "read", 0);
        await database.WriteAsync(Fence.None, session => session.ExecuteAsync("drop trigger request_search_insert"));
        foreach (var numbers in Enumerable.Range(0, requests).Chunk(5_000))
            await database.WriteAsync(Fence.None, async session =>
            {
                foreach (var number in numbers)
                    await AddAsync(session, number);
                return true;
            });
        await database.WriteAsync(Fence.None, session => session.ExecuteAsync("insert into request_search (request_search) values ('rebuild')"));
    }

    private static async Task AddAsync(DbSession session, int number)
    {
        var row = Row(number);
        RequestPersonRow[] people = [new(row.RequestId, row.InvestigatorId, "PrincipalInvestigator", 1), new(row.RequestId, $"reviewer{number % 50}", "Reviewer", 1)];
        RequestDatasetRow[] datasets = [new(row.RequestId, $"dataset{number % 9}", "Data")];
        await session.ExecuteAsync(Insert, row.RequestId, row.Title, row.Stage, row.StageSince, row.Ball, row.InstitutionId, row.InvestigatorId, row.Investigator,
            RequestWords.Of(row, people, datasets), row.StageSince << RequestPlace.Bits);
        foreach (var person in people)
            await session.ExecuteAsync("insert into request_person (request_id, user_id, part, since) values ($1, $2, $3, 1)", person.RequestId, person.UserId, person.Part);
        await session.ExecuteAsync("insert into request_dataset (request_id, dataset_id, title) values ($1, $2, 'Data')", row.RequestId, datasets[0].DatasetId);
    }

    // Every twentieth request is one of the busiest applicant.
    private static RequestRow Row(int number) => new()
    {
        RequestId = $"request-{number:x8}", Kind = "Original", Title = $"Outcomes of {Sites[number % 8]} cancer in cohort {number}", Stage = Stages[number % 10],
        StageSince = First + number * 1_000L, Ball = number % 3 == 0 ? "applicant" : "manager", InstitutionId = string.Create(CultureInfo.InvariantCulture, $"ror{number % 400}"),
        InvestigatorId = number % 20 == 0 ? "busy" : $"user{number % 3_000}", Investigator = $"Person{number % 3_000} Stone", Words = "",
    };
}
