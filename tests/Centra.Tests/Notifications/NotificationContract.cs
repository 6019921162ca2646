using System.Collections.Immutable;
using Centra.Requests;
using Centra.Reviews;
using Centra.Testing;

namespace Centra.Tests.Notifications;

/// <summary>On SQLite.</summary>
public sealed class NotificationTests : NotificationContract
{
    protected override Task<string?> DatabaseAsync() => Task.FromResult<string?>(null);
}

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresNotificationTests : NotificationContract
{
    protected override async Task<string?> DatabaseAsync()
    {
        var server = await PrivatePostgres.TryStartAsync();
        Assert.SkipWhen(server is null, PrivatePostgres.Absence);
        return await server.CreateDatabaseAsync();
    }
}

/// <summary>People are told by real SMTP, once each, whatever the server does meanwhile; and nobody is told too early.</summary>
public abstract class NotificationContract
{
    private static readonly PinnedRules Pinned = new(CommitteeView.First, 1, 1, 1, 1, 1, 1);

    [Fact]
    public async Task Submitted_TellsApplicantAndManager_OnceEach()
    {
        await using var server = new SmallSmtpServer();
        await using var world = await StartAsync(server);
        await world.TellAsync(new RequestSubmitted(Pinned, [], world.Now));

        await world.SweepAsync();
        await world.SweepAsync();

        (await world.InboxAsync()).ShouldBe(["manager request-received", "pi request-submitted"]);
        server.Taken.Count.ShouldBe(2);
        server.Taken.ShouldContain(mail => mail.Contains("pi@society.test") && mail.Contains("Message-ID: <"));
    }

    [Fact]
    public async Task Server_ThatIsOutOfOrder_IsTriedAgainUntilItTakesTheMail()
    {
        await using var server = new SmallSmtpServer { IsOutOfOrder = true };
        await using var world = await StartAsync(server);
        await world.TellAsync(new QuestionAsked(new Question("q1", "Which years?", [], "manager", world.Now)));

        await world.SweepAsync();
        (await world.NumberAsync("select attempts from message where sent_at is null")).ShouldBe(1);
        await world.SweepAsync();
        (await world.NumberAsync("select attempts from message")).ShouldBe(1);
        world.Advance(TimeSpan.FromMinutes(2));
        await world.SweepAsync();
        (await world.NumberAsync("select attempts from message")).ShouldBe(2);

        server.IsOutOfOrder = false;
        world.Advance(TimeSpan.FromMinutes(5));
        await world.SweepAsync();
        await world.SweepAsync();

        server.Taken.Count.ShouldBe(1);
        server.Taken.Single().ShouldNotContain("Which years");
        (await world.NumberAsync("select count(*) from message where sent_at is null")).ShouldBe(0);
    }

    [Fact]
    public async Task Server_ThatTakesNothingForADay_RaisesAnAlarm()
    {
        await using var server = new SmallSmtpServer { IsOutOfOrder = true };
        await using var world = await StartAsync(server);
        await world.TellAsync(new RequestSubmitted(Pinned, [], world.Now));
        await world.SweepAsync();
        (await world.NumberAsync("select count(*) from alarm")).ShouldBe(0);

        world.Advance(TimeSpan.FromHours(25));
        await world.SweepAsync();

        (await world.NumberAsync("select count(*) from alarm where kind = 'MailIsStuck'")).ShouldBe(1);
    }

    [Fact]
    public async Task Decision_IsToldToNobodyOutsideBeforeTheNotice()
    {
        await using var world = await StartAsync();
        await world.TellAsync(new Decided(new Decision("chair", world.Now, [], "good")));
        await world.SweepAsync();
        (await world.InboxAsync()).ShouldBe(["manager decision-made"]);

        await world.TellAsync(new StageEntered(RequestStage.Contracting, "approved", world.Now));
        await world.SweepAsync();
        (await world.InboxAsync()).ShouldBe(["manager decision-made", "pi decision-notified"]);
    }

    [Fact]
    public async Task Chair_WhoIsAbsent_HasTheDeputyTold()
    {
        await using var world = await StartAsync();
        await world.AdmitAsync("chair", "Chair");
        await world.AdmitAsync("deputy", "Chair");
        await world.SqlAsync("update committee set chair_id = 'chair' where committee_id = $1", CommitteeView.First);
        await world.SqlAsync("insert into committee_member (committee_id, user_id, part) values ($1, 'deputy', 'deputy')", CommitteeView.First);
        await world.TellAsync(new RequestSubmitted(Pinned, [], world.Now));
        await world.TellAsync(new BallotClosed(BallotStanding.Closed, 3, world.Now));
        await world.SweepAsync();
        (await world.InboxAsync()).ShouldNotContain("deputy ballot-closed");

        await world.SqlAsync("insert into reviewer (user_id, expertise, absent_from, absent_to) values ('chair', '', '2000-01-01', '2999-01-01')");
        await world.TellAsync(new BallotClosed(BallotStanding.NoQuorum, 1, world.Now));
        await world.SweepAsync();

        (await world.InboxAsync()).ShouldContain("deputy no-quorum");
        (await world.InboxAsync()).ShouldContain("chair no-quorum");
    }

    [Fact]
    public async Task Staff_OnTheRequestsTeam_AreNotToldAsStaff()
    {
        await using var world = await StartAsync();
        await world.AdmitAsync("both", "RequestManager");
        await world.TellAsync(new TeamMemberAdded(new TeamMember("both", "B.", "https://ror.org/1", TeamPart.Member, world.Now)));
        await world.TellAsync(new QuestionAnswered("q1", "yes", world.Now));

        await world.SweepAsync();

        (await world.InboxAsync()).ShouldBe(["manager information-answered"]);
    }

    [Fact]
    public async Task Digest_IsOneMailADay()
    {
        await using var server = new SmallSmtpServer();
        await using var world = await StartAsync(server);
        await world.SqlAsync("insert into message_choice (user_id, is_daily) values ('pi', 1)");
        await world.TellAsync(new StageEntered(RequestStage.PolicyCheck, "", world.Now));
        await world.TellAsync(new StageEntered(RequestStage.CommitteeReview, "", world.Now));
        await world.SweepAsync();
        server.Taken.ShouldBeEmpty();
        (await world.InboxAsync()).Count.ShouldBe(2);

        world.Advance(TimeSpan.FromDays(1));
        await world.SweepAsync();

        server.Taken.Where(mail => mail.Contains("To: pi@society.test")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Backlog_IsSentRunAfterRun_WithoutAMinuteBetween_EachMailOnce()
    {
        await using var server = new SmallSmtpServer();
        await using var world = await StartAsync(server);
        await world.SqlAsync("insert into message_choice (user_id, is_daily) values ('manager', 1)");
        await world.AddMessagesAsync("pi", 650);
        await world.AddMessagesAsync("manager", 300);

        (await world.SweepAsync()).ShouldBeInRange(500, 649, "a run has a bound");
        world.HasMoreToSend.ShouldBeTrue();
        await world.SweepAsync();

        world.HasMoreToSend.ShouldBeFalse();
        (await world.NumberAsync("select count(*) from message where sent_at is null")).ShouldBe(0);
        server.Taken.Count(mail => mail.Contains("To: pi@society.test")).ShouldBe(650);
        server.Taken.Count(mail => mail.Contains("To: manager@society.test")).ShouldBe(1, "the messages of a day are one e-mail, however many");
        server.Taken.Select(mail => mail.Split('\n').First(line => line.StartsWith("Message-ID", StringComparison.Ordinal))).ShouldBeUnique();
    }

    [Fact]
    public async Task Backlog_WithAServerThatIsOutOfOrder_WaitsForTheNextMinute()
    {
        await using var server = new SmallSmtpServer { IsOutOfOrder = true };
        await using var world = await StartAsync(server);
        await world.AddMessagesAsync("pi", 250);

        (await world.SweepAsync()).ShouldBe(0);

        world.HasMoreToSend.ShouldBeFalse();
        (await world.NumberAsync("select count(*) from message where attempts > 1")).ShouldBe(0);
    }

    [Fact]
    public async Task Message_NamesTheRequestsDeadline_AndWhoSendsIt()
    {
        await using var server = new SmallSmtpServer();
        await using var world = await TellingWorld.StartAsync(server);
        await world.TellAsync(new DueSet(new DateTimeOffset(2026, 3, 17, 4, 0, 0, TimeSpan.Zero)));
        await world.TellAsync(new QuestionAsked(new Question("q1", "Which years?", ImmutableArray<string>.Empty, "manager", world.Now)));
        await world.SweepAsync();

        (await world.NumberAsync("select count(*) from message where body like '%answer by March 16, 2026:%' and body like '%-- %the Society, data requests%'")).ShouldBe(1);
        server.Taken.ShouldHaveSingleItem().ShouldContain("Data requests");
    }

    [Fact]
    public async Task ServiceLevel_Missed_IsToldToManagersOnce()
    {
        await using var world = await StartAsync();
        await world.TellAsync(new StageEntered(RequestStage.Availability, "", world.Now));
        world.Advance(TimeSpan.FromDays(200));

        await world.SweepAsync();
        await world.SweepAsync();

        (await world.InboxAsync()).ShouldBe(["manager service-level-missed"]);
    }

    [Fact]
    public async Task WithoutAServer_MailIsAFile_AndARepeatOverwritesIt()
    {
        await using var world = await StartAsync();
        await world.TellAsync(new QuestionAsked(new Question("q1", "Which years?", ImmutableArray<string>.Empty, "manager", world.Now)));
        await world.SweepAsync();
        await world.SqlAsync("update message set sent_at = null, next_at = 0");
        await world.SweepAsync();

        var file = Directory.GetFiles(world.MailFolder).ShouldHaveSingleItem();
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        text.ShouldContain("To: pi@society.test\r\n");
        text.ShouldContain("Message-ID: <");
    }

    /// <summary>The database for the read model; null: a file.</summary>
    protected abstract Task<string?> DatabaseAsync();

    private async Task<TellingWorld> StartAsync(SmallSmtpServer? server = null) => await TellingWorld.StartAsync(server, await DatabaseAsync());
}
