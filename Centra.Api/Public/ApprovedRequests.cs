using System.Text.Json.Serialization;
using Centra.Api.Http;
using Centra.Storage;

namespace Centra.Api.Public;

/// <summary>
/// The register of approved requests: what everybody may know of them once the applicant was told. Of people only the principal
/// investigator's name and institution.
/// </summary>
internal static class ApprovedRequests
{
    public static async Task<IResult> ListAsync(string? after, int? limit, HttpContext http, ReadStore read) =>
        Listing.Answer(http, await PageAsync(read, after, Listing.Limit(limit)),
            ("requestId", item => item.RequestId), ("title", item => item.Title), ("investigator", item => item.Investigator), ("institution", item => item.Institution),
            ("datasets", item => string.Join("; ", item.Datasets)), ("year", item => item.Year), ("stage", item => ViewName.Of(item.Stage)));

    public static Task<Page<ApprovedRequest>> PageAsync(ReadStore read, string? after, int most) => read.Database.ReadAsync(async session =>
    {
        var rows = await ApprovedList.PageAsync(session, after ?? "", most, row => new ApprovedRequest(
            row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), [], Listing.Time(row.GetInt64(4)).UtcDateTime.Year, row.GetString(5)));
        for (var at = 0; at < rows.Count; at++)
            rows[at] = rows[at] with { Datasets = [.. await DatasetsAsync(session, rows[at].RequestId)] };
        return new Page<ApprovedRequest>(rows, rows.Count == most ? rows[^1].RequestId : null);
    });

    private static Task<List<string>> DatasetsAsync(DbSession session, string requestId) => session.QueryAsync(
        "select title from request_dataset where request_id = $1 and outcome = 'Approved' order by title", row => row.GetString(0), requestId);
}

/// <summary>An approved request, as everybody may see it.</summary>
/// <param name="RequestId">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Investigator">The principal investigator's name.</param>
/// <param name="Institution">The institution's name.</param>
/// <param name="Datasets">Titles of the approved datasets.</param>
/// <param name="Year">The year of the decision.</param>
/// <param name="Stage">Where it stands now.</param>
public sealed record ApprovedRequest(string RequestId, string Title, string Investigator, string Institution, string[] Datasets, int Year, [property: JsonConverter(typeof(ViewName))] string Stage)
{
    /// <summary>Only the id.</summary>
    public override string ToString() => RequestId;
}
