using Centra.Api.Datasets;
using Centra.Api.Http;
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
public sealed record PublicFigures(Figures Requests, IReadOnlyList<(int Year, long Count)> ApprovedByYear, IReadOnlyList<(DatasetStanding Standing, int Count)> DatasetsByStanding, long Practices, long Offering);

/// <summary>Works the figures out once a minute at the most: everybody may ask for them, and that is to cost nobody else any time.</summary>
internal sealed class PublicFigureDesk(ReadStore read, TimeProvider clock)
{
    private const int MostDatasets = 500;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    private Known? _last;

    /// <summary>The figures, a minute old at the most.</summary>
    public Task<PublicFigures> GetAsync()
    {
        var last = _last;
        if (last is null || last.Figures.IsFaulted || clock.GetUtcNow() - last.At >= Kept)
            _last = last = new Known(ReadAsync(), clock.GetUtcNow());
        return last.Figures;
    }

    private async Task<PublicFigures> ReadAsync()
    {
        var datasets = await DatasetLists.RowsAsync(null, null, null, MostDatasets, read);
        var (years, practices, offering) = await read.Database.ReadAsync(async session => (await YearsAsync(session),
            await session.NumberAsync("select count(*) from practice where standing = 'Active'"),
            await session.NumberAsync("select count(*) from practice where standing = 'Active' and offers_opt_out = 1")));
        return new PublicFigures(await RequestFigures.ReadAsync(read) with { Reviewers = [] }, years,
            [.. datasets.GroupBy(one => one.Standing).OrderBy(one => one.Key).Select(one => (one.Key, one.Count()))], practices, offering);
    }

    private async Task<IReadOnlyList<(int Year, long Count)>> YearsAsync(DbSession session)
    {
        var years = new List<(int Year, long Count)>();
        var first = await session.NumberAsync("select min(notified_at) from request where notified_at is not null");
        for (var year = first == 0 ? int.MaxValue : Listing.Time(first).Year; year <= clock.GetUtcNow().Year; year++)
            years.Add((year, await ApprovedList.CountAsync(session, Beginning(year), Beginning(year + 1))));
        return years;
    }

    private sealed record Known(Task<PublicFigures> Figures, DateTimeOffset At);

    private static long Beginning(int year) => new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
}
