namespace Centra.Storage;

/// <summary>Attempts to sign in.</summary>
public static class SignInList
{
    internal const string Forget = "delete from sign_in where sign_in_no in (select sign_in_no from sign_in where at < $1 order by at limit $2)";

    /// <summary>Attempts, newest first, below a number.</summary>
    public static Task<List<SignInRow>> PageAsync(DbSession session, SignInFilter filter, long below, int most) => session.QueryAsync(
        Sql(filter), row => new SignInRow(row.GetInt64(0), row.GetInt64(1), row.TextOrNull(2), row.GetString(3), row.GetString(4)), below, filter.UserId, filter.From, filter.To, (long)most);

    /// <summary>Removes attempts of before a time, some at once; how many.</summary>
    public static Task<int> ForgetAsync(DbSession session, long before, int most) => session.ExecuteAsync(Forget, before, (long)most);

    internal static string Sql(SignInFilter filter) =>
        $"select sign_in_no, at, user_id, outcome, address from sign_in where sign_in_no < $1 and {Conditions.Of("user_id", "$2", filter.UserId.Length > 0)} "
        + $"and {Conditions.Between("at", "$3", "$4", filter.From, filter.To)} order by sign_in_no desc limit $5";
}

/// <summary>Which attempts.</summary>
/// <param name="UserId">Whose; empty: everybody's.</param>
/// <param name="From">At this time or later, Unix milliseconds.</param>
/// <param name="To">Before this time.</param>
public sealed record SignInFilter(string UserId, long From, long To);

/// <summary>An attempt to sign in. Without a user nobody of that name was known.</summary>
public sealed record SignInRow(long Number, long At, string? UserId, string Outcome, string Address)
{
    /// <summary>Only the number.</summary>
    public override string ToString() => $"{Number}";
}
