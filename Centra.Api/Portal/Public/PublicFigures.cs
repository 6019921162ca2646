using Centra.Api.Datasets;
using Centra.Api.Requests;
using Centra.Datasets;
using Centra.Storage;

namespace Centra.Api.Portal;

/// <summary>What everybody may know in numbers: counts, and how long things take. Nothing of one person or one practice.</summary>
/// <param name="Requests">How long requests take; without who reviews.</param>
/// <param name="ApprovedByYear">Approved requests by the year of the decision.</param>
/// <param name="DatasetsByStanding">Datasets by how they can be asked for.</param>
/// <param name="Practices">Practices that send.</param>
/// <param name="Offering">Those of them that offer every patient to opt out.</param>
public sealed record PublicFigures(Figures Requests, IReadOnlyList<(int Year, int Count)> ApprovedByYear, IReadOnlyList<(DatasetStanding Standing, int Count)> DatasetsByStanding, long Practices, long Offering)
{
    private const int Most = 500;

    internal static async Task<PublicFigures> ReadAsync(ReadStore read)
    {
        var approved = await Public.ApprovedRequests.PageAsync(read, null, Most);
        var datasets = await DatasetLists.RowsAsync(null, null, null, Most, read);
        var (practices, offering) = await read.Database.ReadAsync(async session => (await session.NumberAsync("select count(*) from practice where standing = 'Active'"),
            await session.NumberAsync("select count(*) from practice where standing = 'Active' and offers_opt_out = 1")));
        return new PublicFigures(await RequestFigures.ReadAsync(read) with { Reviewers = [] },
            [.. approved.Items.GroupBy(one => one.Year).OrderBy(year => year.Key).Select(year => (year.Key, year.Count()))],
            [.. datasets.GroupBy(one => one.Standing).OrderBy(one => one.Key).Select(one => (one.Key, one.Count()))], practices, offering);
    }
}
