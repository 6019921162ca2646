namespace Centra.Storage;

/// <summary>What a request has several of, a row each: people, datasets, documents, stages that it was in.</summary>
public static class RequestPartTables
{
    /// <summary>Gives somebody a part.</summary>
    public static Task<int> AddPersonAsync(DbSession session, RequestPersonRow person) => session.ExecuteAsync(
        "insert into request_person (request_id, user_id, part, since) values ($1, $2, $3, $4)", person.RequestId, person.UserId, person.Part, person.Since);

    /// <summary>Takes a part from somebody.</summary>
    public static Task<int> RemovePersonAsync(DbSession session, string requestId, string userId, string part) =>
        session.ExecuteAsync("delete from request_person where request_id = $1 and user_id = $2 and part = $3", requestId, userId, part);

    /// <summary>Takes a part from everybody.</summary>
    public static Task<int> RemovePeopleAsync(DbSession session, string requestId, string part) =>
        session.ExecuteAsync("delete from request_person where request_id = $1 and part = $2", requestId, part);

    /// <summary>All who have a part.</summary>
    public static Task<List<RequestPersonRow>> PeopleAsync(DbSession session, string requestId) => session.QueryAsync(
        "select user_id, part, since from request_person where request_id = $1 order by user_id, part",
        row => new RequestPersonRow(requestId, row.GetString(0), row.GetString(1), row.GetInt64(2)), requestId);

    /// <summary>Notes what somebody did, once.</summary>
    public static Task<int> AddActAsync(DbSession session, RequestActRow act) => session.ExecuteAsync(
        "insert into request_act (request_id, user_id, act) values ($1, $2, $3) on conflict do nothing", act.RequestId, act.UserId, act.Act);

    /// <summary>What somebody did counts no more; without anybody, what all did.</summary>
    public static Task<int> RemoveActAsync(DbSession session, string requestId, string? userId, string act) => session.ExecuteAsync(
        "delete from request_act where request_id = $1 and act = $2 and ($3 = '' or user_id = $3)", requestId, act, userId ?? "");

    /// <summary>What was done, by whom.</summary>
    public static Task<List<RequestActRow>> ActsAsync(DbSession session, string requestId) => session.QueryAsync(
        "select user_id, act from request_act where request_id = $1 order by user_id, act", row => new RequestActRow(requestId, row.GetString(0), row.GetString(1)), requestId);

    /// <summary>Adds a dataset, unless it is there.</summary>
    public static Task<int> AddDatasetAsync(DbSession session, RequestDatasetRow dataset) => session.ExecuteAsync(
        "insert into request_dataset (request_id, dataset_id, title) values ($1, $2, $3) on conflict do nothing", dataset.RequestId, dataset.DatasetId, dataset.Title);

    /// <summary>Takes a dataset away.</summary>
    public static Task<int> RemoveDatasetAsync(DbSession session, string requestId, string datasetId) =>
        session.ExecuteAsync("delete from request_dataset where request_id = $1 and dataset_id = $2", requestId, datasetId);

    /// <summary>Says how a dataset was decided.</summary>
    public static Task<int> DecideDatasetAsync(DbSession session, string requestId, string datasetId, string outcome) =>
        session.ExecuteAsync("update request_dataset set outcome = $3 where request_id = $1 and dataset_id = $2", requestId, datasetId, outcome);

    /// <summary>All datasets.</summary>
    public static Task<List<RequestDatasetRow>> DatasetsAsync(DbSession session, string requestId) => session.QueryAsync(
        "select dataset_id, title from request_dataset where request_id = $1 order by dataset_id", row => new RequestDatasetRow(requestId, row.GetString(0), row.GetString(1)), requestId);

    /// <summary>Adds a document, unless it is there.</summary>
    public static Task<int> AddDocumentAsync(DbSession session, string requestId, string documentId) =>
        session.ExecuteAsync("insert into request_document (request_id, document_id) values ($1, $2) on conflict do nothing", requestId, documentId);

    /// <summary>Takes a document away.</summary>
    public static Task<int> RemoveDocumentAsync(DbSession session, string requestId, string documentId) =>
        session.ExecuteAsync("delete from request_document where request_id = $1 and document_id = $2", requestId, documentId);

    /// <summary>Ends the stage it is in, if it is in one, and begins another.</summary>
    public static async Task EnterStageAsync(DbSession session, string requestId, string stage, long at)
    {
        await session.ExecuteAsync("update request_stage_time set left_at = $2 where request_id = $1 and left_at is null", requestId, at);
        await session.ExecuteAsync(
            "insert into request_stage_time (request_id, entered_at, stage) values ($1, $2, $3) on conflict (request_id, entered_at, stage) do update set left_at = null", requestId, at, stage);
    }
}
