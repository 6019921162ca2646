using System.Text;
using Centra.Datasets;
using Centra.Institutions;
using Centra.Reviews;
using Centra.Synthetic;

namespace Centra.Service.Tests.Hosts;

/// <summary>Everybody who has a part in data requests: two institutions, a committee, staff in pairs; and one dataset with rows.</summary>
public sealed class RequestCast
{
    /// <summary>The dataset that is asked for.</summary>
    public const string Dataset = "meeting-abstracts";

    private static readonly (string Name, string Role)[] Parts =
    [
        ("pi", Roles.Applicant), ("colleague", Roles.Applicant), ("stranger", Roles.Applicant), ("official", Roles.SigningOfficial), ("official2", Roles.SigningOfficial),
        ("manager", Roles.RequestManager), ("manager2", Roles.RequestManager), ("chair", Roles.Chair), ("deputy", Roles.Chair), ("finance", Roles.Finance), ("finance2", Roles.Finance),
        ("signatory", Roles.SocietySignatory), ("steward", Roles.DataSteward), ("steward2", Roles.DataSteward), ("auditor", Roles.Auditor), ("officer", Roles.PrivacyOfficer),
        ("near", Roles.Reviewer), ("reviewer1", Roles.Reviewer), ("reviewer2", Roles.Reviewer), ("reviewer3", Roles.Reviewer), ("reviewer4", Roles.Reviewer),
    ];

    private readonly Dictionary<string, Person> _people = [];

    private RequestCast(ServiceApp app) => App = app;

    /// <summary>The service.</summary>
    public ServiceApp App { get; }

    /// <summary>The applicant's institution.</summary>
    public string Ror { get; } = RorOf("0test0a");

    /// <summary>Another one.</summary>
    public string OtherRor { get; } = RorOf("0test0b");

    /// <summary>Somebody: pi, colleague, stranger, official, manager, near (a reviewer of the applicant's institution), reviewer1 ...</summary>
    public Person this[string name] => _people[name];

    /// <summary>Reviewers without a conflict.</summary>
    public IEnumerable<Person> Reviewers => Enumerable.Range(1, 3).Select(number => this[$"reviewer{number}"]);

    /// <summary>Makes them.</summary>
    public static async Task<RequestCast> AssembleAsync(ServiceApp app)
    {
        var cast = new RequestCast(app);
        foreach (var (name, role) in Parts)
            cast._people[name] = await app.As(role, name: name);
        foreach (var (ror, name, official) in new[] { (cast.Ror, "Northern University", "official"), (cast.OtherRor, "Southern University", "official2") })
        {
            await cast.SendAsync(ror, new RecordInstitution(name, "US"));
            await cast.VerifyAsync(official, ror);
        }
        await cast.SeatAsync();
        await cast.AddRowsAsync();
        return cast;
    }

    /// <summary>All sign in again, for instance after time was set forward.</summary>
    public async Task AgainAsync()
    {
        foreach (var (name, person) in _people.ToList())
            _people[name] = await App.AgainAsync(person);
    }

    /// <summary>Verifies a signing official, for a year.</summary>
    public Task VerifyAsync(string official, string ror) => SendAsync(ror, new VerifyOfficial(this[official].UserId, "By telephone"));

    private async Task SeatAsync()
    {
        var committee = App.Grain<ICommitteeGrain>($"committee/{CommitteeView.First}");
        foreach (var command in new CommitteeCommand[] { new AppointChair(this["chair"].UserId), new AppointDeputy(this["deputy"].UserId) })
            (await committee.Handle(App.Command(this["manager"].UserId), command)).Refusal.ShouldBeNull();
        (await App.Grain<IReviewerGrain>($"reviewer/{this["near"].UserId}").Handle(App.Command(this["near"].UserId), new SetProfile(Ror, ["Oncology"]))).Refusal.ShouldBeNull();
    }

    private async Task AddRowsAsync()
    {
        var dataset = App.Grain<IDatasetGrain>($"dataset/{Dataset}");
        using var csv = new MemoryStream(Encoding.UTF8.GetBytes(SyntheticRows.Abstracts(60, 20)));
        var version = (await App.Get<DatasetFiles>().KeepAsync(csv, (await dataset.View()).Value!.Variables, "first", CancellationToken.None)).Value!;
        (await dataset.Handle(App.Command(this["steward"].UserId), version)).Refusal.ShouldBeNull();
    }

    private async Task SendAsync(string ror, InstitutionCommand command) =>
        (await App.Grain<IInstitutionGrain>($"institution/{ror}").Handle(App.Command(this["manager"].UserId), command)).Refusal.ShouldBeNull();

    private static string RorOf(string body) => body + RorId.CheckDigits(body);
}

/// <summary>A service with a cast, for the tests of a class.</summary>
public class RequestApp : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private ServiceApp? _app;
    private RequestCast? _cast;

    /// <summary>Everybody; the test is skipped where there is no server for the service.</summary>
    public RequestCast Cast
    {
        get
        {
            Assert.SkipWhen(_cast is null, PrivatePostgres.Absence);
            return _cast;
        }
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _app = await StartAsync(_folder.Path);
        _cast = _app is null ? null : await RequestCast.AssembleAsync(_app);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts the service; null where there is no server for it.</summary>
    protected virtual async Task<ServiceApp?> StartAsync(string folder) => await ServiceApp.StartAsync(folder);
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class PostgresRequestApp : RequestApp
{
    /// <inheritdoc/>
    protected override Task<ServiceApp?> StartAsync(string folder) => ServiceApp.TryStartOnPostgresAsync(folder);
}
