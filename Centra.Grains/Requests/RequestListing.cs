using Centra.Recording;
using Centra.Storage;

namespace Centra.Requests;

/// <summary>Rows of a request that are not in its own row: team, reviewers, datasets, documents.</summary>
internal static class RequestListing
{
    /// <summary>The rows of a new draft; its own is given back, to be added.</summary>
    public static async Task<RequestRow> BeginAsync(DbSession session, string id, DraftCreated created)
    {
        var at = created.At.ToUnixTimeMilliseconds();
        await RequestPartTables.EnterStageAsync(session, id, nameof(RequestStage.Draft), at);
        await RequestPartTables.AddPersonAsync(session, new RequestPersonRow(id, created.Applicant.UserId, TeamPart.PrincipalInvestigator.ToString(), at));
        foreach (var member in (created.CopyOf?.Team ?? []).Where(member => member.UserId != created.Applicant.UserId))
            await RequestPartTables.AddPersonAsync(session, new RequestPersonRow(id, member.UserId, member.Part.ToString(), at));
        foreach (var document in created.CopyOf?.Documents ?? [])
            await RequestPartTables.AddDocumentAsync(session, id, document.DocumentId);
        foreach (var dataset in created.CopyOf?.Datasets ?? [])
            await RequestPartTables.AddDatasetAsync(session, new RequestDatasetRow(id, dataset.DatasetId, dataset.Title));
        return Row(id, created, at);
    }

    public static async Task TeamAsync(DbSession session, RequestRow row, RecordedEvent recorded)
    {
        var at = recorded.At.ToUnixTimeMilliseconds();
        if (recorded.Read<TeamMemberAdded>() is { } added)
            await RequestPartTables.AddPersonAsync(session, new RequestPersonRow(row.RequestId, added.Member.UserId, added.Member.Part.ToString(), at));
        else if (recorded.Read<TeamMemberRemoved>() is { } removed)
            await RemoveAsync(session, row.RequestId, removed.UserId);
        else if (recorded.Read<PrincipalInvestigatorChanged>() is { } changed)
        {
            await RemoveAsync(session, row.RequestId, changed.From);
            await RemoveAsync(session, row.RequestId, changed.To);
            await RequestPartTables.AddPersonAsync(session, new RequestPersonRow(row.RequestId, changed.From, TeamPart.Delegate.ToString(), at));
            await RequestPartTables.AddPersonAsync(session, new RequestPersonRow(row.RequestId, changed.To, TeamPart.PrincipalInvestigator.ToString(), at));
            (row.InvestigatorId, row.Investigator, row.InstitutionId) = (changed.To, changed.Name, changed.InstitutionId);
        }
    }

    public static async Task ReviewersAsync(DbSession session, RequestRow row, RecordedEvent recorded)
    {
        if (recorded.Read<ReviewerAssigned>() is { } assigned)
            await RequestPartTables.AddPersonAsync(session, new RequestPersonRow(row.RequestId, assigned.Assignment.ReviewerId, nameof(RequestParts.Reviewer), recorded.At.ToUnixTimeMilliseconds()));
        else if (recorded.Read<ReviewRoundBegun>() is not null)
            await RequestPartTables.RemovePeopleAsync(session, row.RequestId, nameof(RequestParts.Reviewer));
        else if ((recorded.Read<ReviewerUnassigned>()?.ReviewerId ?? recorded.Read<ReviewerRecused>()?.ReviewerId) is { } gone)
            await RequestPartTables.RemovePersonAsync(session, row.RequestId, gone, nameof(RequestParts.Reviewer));
    }

    public static async Task DatasetsAsync(DbSession session, RequestRow row, RecordedEvent recorded)
    {
        if (recorded.Read<DatasetAsked>() is { } asked)
            await RequestPartTables.AddDatasetAsync(session, new RequestDatasetRow(row.RequestId, asked.Dataset.DatasetId, asked.Dataset.Title));
        else if (recorded.Read<DatasetDropped>() is { } dropped)
            await RequestPartTables.RemoveDatasetAsync(session, row.RequestId, dropped.DatasetId);
        foreach (var outcome in (recorded.Read<Decided>()?.Decision ?? recorded.Read<DecisionCorrected>()?.Decision)?.Datasets ?? [])
            await RequestPartTables.DecideDatasetAsync(session, row.RequestId, outcome.DatasetId, outcome.IsApproved ? "Approved" : "Denied");
    }

    public static Task DocumentsAsync(DbSession session, RequestRow row, RecordedEvent recorded) => recorded.Read<DocumentAttached>() is { } attached
        ? RequestPartTables.AddDocumentAsync(session, row.RequestId, attached.Document.DocumentId)
        : RequestPartTables.RemoveDocumentAsync(session, row.RequestId, recorded.Read<DocumentDetached>()!.DocumentId);

    private static RequestRow Row(string id, DraftCreated created, long at) => new()
    {
        RequestId = id,
        Kind = created.Kind.ToString(),
        ParentId = created.ParentId,
        Title = created.Title,
        Stage = nameof(RequestStage.Draft),
        StageSince = at,
        Ball = "applicant",
        CreatedAt = at,
        InstitutionId = created.Applicant.InstitutionId,
        InvestigatorId = created.Applicant.UserId,
        Investigator = created.Applicant.Name,
        Words = "",
    };

    // At most one part on the team at a time; a reviewer's part is another thing.
    private static async Task RemoveAsync(DbSession session, string requestId, string userId)
    {
        foreach (var part in new[] { TeamPart.PrincipalInvestigator, TeamPart.Delegate, TeamPart.Member })
            await RequestPartTables.RemovePersonAsync(session, requestId, userId, part.ToString());
    }
}
