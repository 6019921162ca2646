using Centra.Notifications;
using Centra.People;
using Centra.Recording;
using Centra.Storage;
using Centra.Tests.Storage;

namespace Centra.Tests.People;

public sealed class SqlitePersonRoleTests() : PersonRoleContract<SqliteKind>;

public sealed class PostgresPersonRoleTests() : PersonRoleContract<PostgresKind>;

/// <summary>Who holds a role is found by the role, whatever came about with people since they were admitted, and before there was an index.</summary>
public abstract class PersonRoleContract<TKind>() : StorageContract<TKind>("read")
    where TKind : DatabaseKind, new()
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddYears(56);
    private readonly PersonProjection _projection = new();

    [Fact]
    public async Task Managers_AreThoseInGoodStandingWhoHoldTheRole()
    {
        await TellAsync("ada", new PersonAdmitted(null, Now), Granted(Roles.RequestManager), Granted(Roles.Finance));
        await TellAsync("ben", new PersonAdmitted(null, Now), Granted(Roles.RequestManager), new RoleRemoved(Roles.RequestManager));
        await TellAsync("cleo", new PersonAdmitted(null, Now), Granted(Roles.RequestManager), Granted(Roles.RequestManager), new RoleRemoved(Roles.Reviewer));
        await TellAsync("dan", new PersonAdmitted(null, Now), Granted(Roles.RequestManager), new PersonDisabled());
        await TellAsync("eve", new PersonAdmitted(null, Now), new RoleProposed(Roles.RequestManager, "x", Now), Granted(Roles.DataSteward));

        (await ToldAsync(Audience.Managers)).ShouldBe(["ada", "cleo"]);
        (await ToldAsync(Audience.Stewards)).ShouldBe(["eve"]);
        (await ToldAsync(Audience.Signatories)).ShouldBeEmpty();

        await TellAsync("ada", 4, new RoleRemoved(Roles.RequestManager));
        await TellAsync("dan", 4, new PersonEnabled());
        (await ToldAsync(Audience.Managers)).ShouldBe(["cleo", "dan"]);
        (await ToldAsync(Audience.Finance)).ShouldBe(["ada"]);
    }

    [Fact]
    public async Task Roles_OfTheTimeBeforeTheIndex_AreInIt()
    {
        await using var older = (await new TKind().NewAsync())();
        var scripts = MigrationScript.Of("read", older.Dialect).ToLookup(script => string.CompareOrdinal(script.Name, "0028") < 0, script => script.Text);
        await older.WriteAsync(Fence.None, async session =>
        {
            foreach (var text in scripts[true])
                await session.ExecuteAsync(text);
            await AddAsync(session, "ada", " Operator ", "Active");
            await AddAsync(session, "ben", " RequestManager Finance ", "Active");
            await AddAsync(session, "cleo", " Operator ", "Disabled");
            await AddAsync(session, "dan", " ", "Active");
            foreach (var text in scripts[false])
                await session.ExecuteAsync(text);
            return true;
        });

        (await older.ReadAsync(PeopleRows.ActiveOperatorsAsync)).ShouldBe(1);
        (await older.ReadAsync(PeopleRows.OperatorsEverAsync)).ShouldBe(2);
        (await older.ReadAsync(session => session.QueryAsync("select role || ' ' || user_id from person_role order by role, user_id", row => row.GetString(0))))
            .ShouldBe(["Finance ben", "Operator ada", "Operator cleo", "RequestManager ben"]);
    }

    [Fact]
    public async Task List_OfARole_GoesOnPageAfterPage()
    {
        for (var at = 0; at < 9; at++)
        {
            await WriteAsync(session => AddAsync(session, $"u{at}", at % 2 == 0 ? " Reviewer " : " Applicant ", "Active"));
            await WriteAsync(session => session.ExecuteAsync("insert into person_role (role, user_id) values ($1, $2)", at % 2 == 0 ? "Reviewer" : "Applicant", $"u{at}"));
        }

        foreach (var sort in PeopleList.Sorts)
        {
            (await PagesAsync(sort, Roles.Reviewer)).ShouldBe(["u8", "u6", "u4", "u2", "u0"], sort);
            (await PagesAsync(sort, null)).ShouldBe(["u8", "u7", "u6", "u5", "u4", "u3", "u2", "u1", "u0"], sort);
        }
    }

    private async Task<List<string>> PagesAsync(string sort, string? role)
    {
        var all = new List<string>();
        while (await ReadAsync(session => PeopleList.PageAsync(session, new PeopleFilter("Active", null, role, false), sort, all.LastOrDefault() ?? "", 2)) is { Count: > 0 } page)
            all.AddRange(page.Select(person => person.UserId));
        return all;
    }

    // Names, addresses and times go the other way than ids.
    private static async Task AddAsync(DbSession session, string user, string roles, string standing)
    {
        var place = (long)('~' - user[^1]);
        await session.ExecuteAsync("insert into person (user_id, standing, roles, proposed, was_operator, admitted_at) values ($1, $2, $3, ' ', $4, 0)",
            user, standing, roles, roles.Contains("Operator", StringComparison.Ordinal) ? 1L : 0L);
        await session.ExecuteAsync("insert into app_user (id, user_name, normalized_user_name, email, normalized_email, display_name, security_stamp, concurrency_stamp, must_change_password, two_factor_enabled, "
            + "totp_step, lockout_enabled, access_failed_count, created_at) values ($1, $2, $2, $2, $2, $2, '', '', 0, 0, 0, 0, 0, $3)", user, $"{place:D3}{user}", place);
    }

    private Task TellAsync(string user, params PersonEvent[] happened) => TellAsync(user, 1, happened);

    private Task TellAsync(string user, int first, params PersonEvent[] happened) => WriteAsync(session => _projection.ApplyAsync(session,
        [.. happened.Select((one, at) => new RecordedEvent($"person/{user}", first + at, one.GetType().Name, Recorder.Write<object>(one), "tester", Now, default, ""))]));

    private static RoleGranted Granted(string role) => new(role, "x", null);

    private Task<List<string>> ToldAsync(Audience audience) => ReadAsync(async session =>
        (await Recipients.OfAsync(session, new NotificationRow("n", "r", "t", audience.ToString(), null, null, null, "c", 0), Now)).Order(StringComparer.Ordinal).ToList());
}
