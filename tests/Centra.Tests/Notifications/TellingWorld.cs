using Centra.Housekeeping;
using Centra.Notifications;
using Centra.Recording;
using Centra.Requests;
using Centra.Starting;
using Centra.Storage;
using Centra.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Centra.Tests.Notifications;

/// <summary>A gate with people, and a request whose events a test makes up.</summary>
internal sealed class TellingWorld : IAsyncDisposable
{
    private readonly GateHost _gate;
    private readonly ShiftedClock _clock;
    private string _hash = "";
    private long _position;

    private TellingWorld(GateHost gate, ShiftedClock clock) => (_gate, _clock) = (gate, clock);

    public string MailFolder => Path.Combine(_gate.Folder, "mail");

    public static async Task<TellingWorld> StartAsync(SmallSmtpServer? server = null, string? postgres = null)
    {
        var clock = new ShiftedClock();
        var settings = server is null ? new MailSettings() : new MailSettings { Host = "127.0.0.1", Port = server.Port, Tls = false, From = "centra@society.test" };
        var world = new TellingWorld(await GateHost.StartAsync(new GateSetup { Clock = clock, Postgres = postgres, Services = services => services.AddSingleton(settings) }), clock);
        await world._gate.Get<FirstContents>().MakeAsync();
        await world.AdmitAsync("pi", "Applicant");
        await world.AdmitAsync("manager", "RequestManager");
        await world.TellAsync(new DraftCreated("r1", "Outcomes of rare tumours", RequestKind.Original, null, new TeamMember("pi", "P. I.", "https://ror.org/1", TeamPart.PrincipalInvestigator, world.Now), null, world.Now));
        return world;
    }

    public DateTimeOffset Now => _clock.GetUtcNow();

    public void Advance(TimeSpan by) => _clock.Advance(by);

    /// <summary>Somebody with a role and an address.</summary>
    public async Task AdmitAsync(string user, string role)
    {
        await SqlAsync("insert into person (user_id, standing, roles, proposed, was_operator, admitted_at) values ($1, 'Active', $2, ' ', 0, 0)", user, $" {role} ");
        await SqlAsync("insert into person_role (role, user_id) values ($1, $2)", role, user);
        await SqlAsync("insert into app_user (id, user_name, normalized_user_name, email, normalized_email, display_name, security_stamp, concurrency_stamp, must_change_password, two_factor_enabled, totp_step, lockout_enabled, access_failed_count, created_at) "
            + "values ($1, $2, $2, $2, $2, $1, '', '', 0, 0, 0, 0, 0, 0)", user, $"{user}@society.test");
    }

    public Task SqlAsync(string sql, params object?[] args) => _gate.Storage.Read.Database.WriteAsync(Fence.None, session => session.ExecuteAsync(sql, args));

    /// <summary>Something happens to the request.</summary>
    public async Task TellAsync<T>(T happened)
        where T : RequestEvent
    {
        var recorded = new RecordedEvent("request/r1", ++_position, typeof(T).Name, Recorder.Write(happened), "tester", Now, default, _hash) { Form = EventHash.Newest };
        _hash = recorded.Hash();
        await _gate.Get<Projector>().ApplyAsync([recorded]);
    }

    public Task<int> SweepAsync() => Sweep.RunAsync();

    /// <summary>Whether the sweep would be run again at once.</summary>
    public bool HasMoreToSend => Sweep.HasMore;

    /// <summary>Messages that are due, as many events would leave them.</summary>
    public Task AddMessagesAsync(string user, int count) => _gate.Storage.Read.Database.WriteAsync(Fence.None, async session =>
    {
        for (var n = 0; n < count; n++)
            await session.ExecuteAsync(
                "insert into message (message_id, notification_id, user_id, request_id, template, command_id, subject, body, at, attempts, next_at) values ($1, $1, $2, 'r1', 'request-received', '', 'News', 'Words.', $3, 0, $3)",
                $"backlog-{user}-{n}", user, Now.ToUnixTimeMilliseconds());
        return count;
    });

    private NotificationSweep Sweep => _gate.Get<IEnumerable<IHousekeepingTask>>().OfType<NotificationSweep>().Single();

    /// <summary>Who has been told what, in the inbox.</summary>
    public Task<List<string>> InboxAsync() => _gate.Storage.Read.Database.ReadAsync(session => session.QueryAsync("select user_id || ' ' || template from message order by user_id, template", row => row.GetString(0)));

    public Task<long> NumberAsync(string sql) => _gate.Storage.Read.Database.ReadAsync(session => session.NumberAsync(sql));

    public ValueTask DisposeAsync() => _gate.DisposeAsync();
}
