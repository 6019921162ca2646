using Centra.Recording;
using Centra.Storage;
using Microsoft.EntityFrameworkCore;

namespace Centra.Requests;

/// <summary>Rows of a request that are not in its own row: team, reviewers, datasets.</summary>
internal static class RequestListing
{
    public static RequestRow Begin(ReadContext context, string id, DraftCreated created)
    {
        var at = created.At.ToUnixTimeMilliseconds();
        var row = new RequestRow
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
        context.Add(row);
        context.Add(new RequestStageTimeRow { RequestId = id, EnteredAt = at, Stage = nameof(RequestStage.Draft) });
        context.Add(new RequestPersonRow(id, created.Applicant.UserId, TeamPart.PrincipalInvestigator.ToString(), at));
        foreach (var member in (created.CopyOf?.Team ?? []).Where(member => member.UserId != created.Applicant.UserId))
            context.Add(new RequestPersonRow(id, member.UserId, member.Part.ToString(), at));
        foreach (var document in created.CopyOf?.Documents ?? [])
            context.Add(new RequestDocumentRow(id, document.DocumentId));
        foreach (var dataset in created.CopyOf?.Datasets ?? [])
            context.Add(new RequestDatasetRow { RequestId = id, DatasetId = dataset.DatasetId, Title = dataset.Title });
        return row;
    }

    public static async Task TeamAsync(ReadContext context, RequestRow row, RecordedEvent recorded)
    {
        if (recorded.Read<TeamMemberAdded>() is { } added)
            context.Add(new RequestPersonRow(row.RequestId, added.Member.UserId, added.Member.Part.ToString(), recorded.At.ToUnixTimeMilliseconds()));
        else if (recorded.Read<TeamMemberRemoved>() is { } removed)
            await RemoveAsync(context, row.RequestId, removed.UserId);
        else if (recorded.Read<PrincipalInvestigatorChanged>() is { } changed)
        {
            await RemoveAsync(context, row.RequestId, changed.From);
            await RemoveAsync(context, row.RequestId, changed.To);
            context.Add(new RequestPersonRow(row.RequestId, changed.From, TeamPart.Delegate.ToString(), recorded.At.ToUnixTimeMilliseconds()));
            context.Add(new RequestPersonRow(row.RequestId, changed.To, TeamPart.PrincipalInvestigator.ToString(), recorded.At.ToUnixTimeMilliseconds()));
            (row.InvestigatorId, row.Investigator, row.InstitutionId) = (changed.To, changed.Name, changed.InstitutionId);
        }
    }

    public static async Task ReviewersAsync(ReadContext context, RequestRow row, RecordedEvent recorded)
    {
        if (recorded.Read<ReviewerAssigned>() is { } assigned)
            context.Add(new RequestPersonRow(row.RequestId, assigned.Assignment.ReviewerId, nameof(RequestParts.Reviewer), recorded.At.ToUnixTimeMilliseconds()));
        else if (recorded.Read<ReviewRoundBegun>() is not null)
            context.RemoveRange(await context.Set<RequestPersonRow>().Where(person => person.RequestId == row.RequestId && person.Part == nameof(RequestParts.Reviewer)).ToListAsync());
        else if ((recorded.Read<ReviewerUnassigned>()?.ReviewerId ?? recorded.Read<ReviewerRecused>()?.ReviewerId) is { } gone
            && await context.FindAsync<RequestPersonRow>(row.RequestId, gone, nameof(RequestParts.Reviewer)) is { } person)
            context.Remove(person);
    }

    public static async Task DatasetsAsync(ReadContext context, RequestRow row, RecordedEvent recorded)
    {
        if (recorded.Read<DatasetAsked>() is { } asked && await context.FindAsync<RequestDatasetRow>(row.RequestId, asked.Dataset.DatasetId) is null)
            context.Add(new RequestDatasetRow { RequestId = row.RequestId, DatasetId = asked.Dataset.DatasetId, Title = asked.Dataset.Title });
        else if (recorded.Read<DatasetDropped>() is { } dropped && await context.FindAsync<RequestDatasetRow>(row.RequestId, dropped.DatasetId) is { } gone)
            context.Remove(gone);
        foreach (var outcome in (recorded.Read<Decided>()?.Decision ?? recorded.Read<DecisionCorrected>()?.Decision)?.Datasets ?? [])
        {
            if (await context.FindAsync<RequestDatasetRow>(row.RequestId, outcome.DatasetId) is { } known)
                known.Outcome = outcome.IsApproved ? "Approved" : "Denied";
        }
    }

    public static async Task DocumentsAsync(ReadContext context, RequestRow row, RecordedEvent recorded)
    {
        var id = recorded.Read<DocumentAttached>()?.Document.DocumentId ?? recorded.Read<DocumentDetached>()!.DocumentId;
        var known = await context.FindAsync<RequestDocumentRow>(row.RequestId, id);
        if (recorded.Type is nameof(DocumentAttached) && known is null)
            context.Add(new RequestDocumentRow(row.RequestId, id));
        else if (recorded.Type is nameof(DocumentDetached) && known is not null)
            context.Remove(known);
    }

    // At most one part on the team at a time; a reviewer's part is another thing.
    private static async Task RemoveAsync(ReadContext context, string requestId, string userId)
    {
        foreach (var part in new[] { TeamPart.PrincipalInvestigator, TeamPart.Delegate, TeamPart.Member })
        {
            if (await context.FindAsync<RequestPersonRow>(requestId, userId, part.ToString()) is { } person && context.Entry(person).State is not EntityState.Deleted)
                context.Remove(person);
        }
    }
}
