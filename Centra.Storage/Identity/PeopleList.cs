using System.Data.Common;

namespace Centra.Storage;

/// <summary>The list of people: who they are from their credentials, what they may from the projection of their events.</summary>
public static class PeopleList
{
    private const string Select = "select u.id, u.email, u.display_name, p.standing, p.practice_id, p.roles, p.proposed, p.employer, p.trained_on, u.two_factor_enabled, "
        + "u.must_change_password, u.lockout_end, u.created_at from app_user u join person p on p.user_id = u.id ";

    private static readonly Dictionary<string, string> SortColumns = new() { ["email"] = "u.normalized_email", ["name"] = "u.display_name", ["created"] = "u.created_at" };

    /// <summary>What a list may be sorted by.</summary>
    public static IReadOnlyCollection<string> Sorts => SortColumns.Keys;

    /// <summary>People that pass a filter, in the order asked for, above the person where the last page ended.</summary>
    public static Task<List<ListedPerson>> PageAsync(DbSession session, PeopleFilter filter, string sort, string after, int most) => session.QueryAsync(
        Sql(sort, after.Length > 0, filter.Role is { Length: > 0 }),
        Read, after, filter.Standing ?? "", filter.PracticeId ?? "", filter.Role ?? "", filter.HasProposals ? 1L : 0L, (long)most);

    // Without the conditions that are not asked for, the databases find in an index what they would have to look for.
    internal static string Sql(string sort, bool isAfter, bool ofRole)
    {
        var column = SortColumns[sort];
        return $"{Select} where {(isAfter ? $"({column}, u.id) > (select {column}, u.id from app_user u where u.id = $1)" : "$1 = ''")} and ($2 = '' or p.standing = $2) and ($3 = '' or p.practice_id = $3) "
            + $"and {(ofRole ? "u.id in (select r.user_id from person_role r where r.role = $4)" : "$4 = ''")} and ($5 = 0 or p.proposed <> ' ') order by {column}, u.id limit $6";
    }

    /// <summary>One person, or null.</summary>
    public static Task<ListedPerson?> FindAsync(DbSession session, string userId) => session.FindAsync(Select + "where u.id = $1", Read, userId);

    /// <summary>The person who signs in with this e-mail address, or null.</summary>
    public static Task<ListedPerson?> ByEmailAsync(DbSession session, string email) => session.FindAsync(Select + "where u.normalized_email = $1", Read, email.Trim().ToUpperInvariant());

    /// <summary>What people are called, by id. Somebody without credentials is missing.</summary>
    public static async Task<Dictionary<string, string>> NamesAsync(DbSession session, IEnumerable<string> userIds)
    {
        const string sql = "select id, display_name from app_user where id = ";
        var rows = await Bulk.QueryAsync(session, sql + "$1", sql + "any($1)", userIds.Distinct().ToArray(), row => (Id: row.GetString(0), Name: row.GetString(1)));
        return rows.ToDictionary(row => row.Id, row => row.Name);
    }

    private static ListedPerson Read(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.TextOrNull(4), Words.Of(row.GetString(5)), Words.Of(row.GetString(6)),
        row.TextOrNull(7), row.TextOrNull(8), row.GetInt64(9) == 1, row.GetInt64(10) == 1, row.NumberOrNull(11), row.GetInt64(12));
}

/// <summary>Which people. What is null is not asked about.</summary>
public sealed record PeopleFilter(string? Standing, string? PracticeId, string? Role, bool HasProposals);

/// <summary>A person in the list. Times are Unix milliseconds.</summary>
public sealed record ListedPerson(
    string UserId, string Email, string DisplayName, string Standing, string? PracticeId, string[] Roles, string[] Proposed, string? Employer, string? TrainedOn,
    bool HasSecondFactor, bool MustChangePassword, long? LockoutEnd, long CreatedAt)
{
    /// <summary>Only the id.</summary>
    public override string ToString() => UserId;
}
