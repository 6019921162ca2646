using Centra.Storage;
using Microsoft.EntityFrameworkCore;

namespace Centra.Requests;

/// <summary>Keeps what a request is found by, and its place in lists.</summary>
internal static class RequestIndexing
{
    /// <summary>Whether an event of this type may change it. Saving a section of the form does not.</summary>
    public static bool Concerns(string type) => type is nameof(StageEntered) or nameof(BallTaken) or nameof(ContentRemoved)
        or nameof(TeamMemberAdded) or nameof(TeamMemberRemoved) or nameof(PrincipalInvestigatorChanged)
        or nameof(ReviewerAssigned) or nameof(ReviewerUnassigned) or nameof(ReviewerRecused) or nameof(ReviewRoundBegun)
        or nameof(DatasetAsked) or nameof(DatasetDropped);

    /// <summary>Makes it from the rows as they will be saved.</summary>
    public static async Task RefreshAsync(ReadContext context, RequestRow row)
    {
        await context.Set<RequestPersonRow>().Where(person => person.RequestId == row.RequestId).LoadAsync();
        await context.Set<RequestDatasetRow>().Where(dataset => dataset.RequestId == row.RequestId).LoadAsync();
        row.Words = RequestWords.Of(
            row, context.Set<RequestPersonRow>().Local.Where(person => person.RequestId == row.RequestId), context.Set<RequestDatasetRow>().Local.Where(dataset => dataset.RequestId == row.RequestId));
        if (row.Place >> RequestPlace.Bits != row.StageSince)
            row.Place = await RequestPlace.FreeAsync(context, row.StageSince, row.RequestId);
    }
}
