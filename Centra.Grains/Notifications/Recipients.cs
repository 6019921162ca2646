using System.Globalization;
using Centra.People;
using Centra.Storage;

namespace Centra.Notifications;

/// <summary>
/// Finds who belongs to an audience now. Only people in good standing; staff who are on the request's team are not told as staff; whoever
/// is absent has their deputy told as well.
/// </summary>
internal static class Recipients
{
    private const string Active = "join person a on a.user_id = p.user_id and a.standing = 'Active'";
    private const string NotOnTheTeam = "and not exists (select 1 from request_person t where t.request_id = $1 and t.user_id = p.user_id and t.part <> 'Reviewer')";

    internal const string OfRole = $"select p.user_id from person_role p {Active} where p.role = $2 {NotOnTheTeam}";

    public static async Task<List<string>> OfAsync(DbSession session, NotificationRow row, DateTimeOffset now)
    {
        var first = await FirstAsync(session, row, now);
        var today = now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var all = new List<string>(first);
        foreach (var user in first)
            all.AddRange(await DeputiesAsync(session, row.RequestId, user, today));
        return [.. all.Distinct()];
    }

    private static Task<List<string>> FirstAsync(DbSession session, NotificationRow row, DateTimeOffset now) => Enum.Parse<Audience>(row.Audience) switch
    {
        Audience.Person => Task.FromResult<List<string>>([row.UserId!]),
        Audience.Applicants => QueryAsync(session, $"select p.user_id from request_person p {Active} where p.request_id = $1 and p.part in ('PrincipalInvestigator', 'Delegate')", row.RequestId),
        Audience.Team => QueryAsync(session, $"select p.user_id from request_person p {Active} where p.request_id = $1 and p.part <> 'Reviewer'", row.RequestId),
        Audience.Chair => QueryAsync(session, $"select p.chair_id from request r join committee p on p.committee_id = r.committee_id where r.request_id = $1 and p.chair_id is not null", row.RequestId),
        Audience.Officials => QueryAsync(session,
            $"select p.user_id from request r join signing_official p on p.ror = r.institution_id {Active} where r.request_id = $1 and p.verified_until >= $2 {NotOnTheTeam}", row.RequestId, now.ToUnixTimeMilliseconds()),
        var audience => QueryAsync(session, OfRole, row.RequestId, RoleOf(audience)),
    };

    private static string RoleOf(Audience audience) => audience switch
    {
        Audience.Managers => Roles.RequestManager,
        Audience.Finance => Roles.Finance,
        Audience.Stewards => Roles.DataSteward,
        Audience.Signatories => Roles.SocietySignatory,
        _ => throw new InvalidOperationException($"{audience} is no role."),
    };

    // The deputies of an absent chair are the committee's; of anybody else, whom they named.
    private static Task<List<string>> DeputiesAsync(DbSession session, string requestId, string userId, string today) => QueryAsync(session,
        "select v.deputy_id from reviewer v where v.user_id = $2 and v.deputy_id is not null and v.absent_from <= $3 and v.absent_to >= $3 "
        + "union select m.user_id from request r join committee c on c.committee_id = r.committee_id and c.chair_id = $2 join committee_member m on m.committee_id = c.committee_id and m.part = 'deputy' "
        + "join reviewer v on v.user_id = $2 and v.absent_from <= $3 and v.absent_to >= $3 where r.request_id = $1", requestId, userId, today);

    private static Task<List<string>> QueryAsync(DbSession session, string sql, params ReadOnlySpan<object?> args) => session.QueryAsync(sql, row => row.GetString(0), args);
}
