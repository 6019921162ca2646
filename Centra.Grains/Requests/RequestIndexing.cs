using Centra.Storage;
using Microsoft.EntityFrameworkCore;

namespace Centra.Requests;

/// <summary>Keeps what a request is found by, and its place in lists.</summary>
internal static class RequestIndexing
{
    /// <summary>Brings it up to date after an event. Saving a section of the form changes nothing of it.</summary>
    public static async Task AfterAsync(ReadContext context, RequestRow row, string type)
    {
        if (type is nameof(StageEntered) or nameof(BallTaken))
            row.Words = RequestWords.Again(row);
        else if (type is nameof(TeamMemberAdded) or nameof(TeamMemberRemoved) or nameof(PrincipalInvestigatorChanged) or nameof(ContentRemoved)
            or nameof(ReviewerAssigned) or nameof(ReviewerUnassigned) or nameof(ReviewerRecused) or nameof(ReviewRoundBegun) or nameof(DatasetAsked) or nameof(DatasetDropped))
            await RefreshAsync(context, row);
        await PlaceAsync(context, row);
    }

    /// <summary>Makes it from the rows as they will be saved.</summary>
    public static async Task RefreshAsync(ReadContext context, RequestRow row)
    {
        await context.Set<RequestPersonRow>().Where(person => person.RequestId == row.RequestId).LoadAsync();
        await context.Set<RequestDatasetRow>().Where(dataset => dataset.RequestId == row.RequestId).LoadAsync();
        row.Words = RequestWords.Of(
            row, context.Set<RequestPersonRow>().Local.Where(person => person.RequestId == row.RequestId), context.Set<RequestDatasetRow>().Local.Where(dataset => dataset.RequestId == row.RequestId));
        await PlaceAsync(context, row);
    }

    private static async Task PlaceAsync(ReadContext context, RequestRow row)
    {
        if (row.Place >> RequestPlace.Bits != row.StageSince)
            row.Place = await RequestPlace.FreeAsync(context, row.StageSince, row.RequestId);
    }
}
