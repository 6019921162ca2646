using System.Text;
using Centra.Datasets;
using Centra.Institutions;
using Centra.Reviews;
using Centra.Synthetic;
using Orleans;

namespace Centra.Api.Demo;

/// <summary>Two institutions, a committee with chair, deputy and five reviewers, and rows for two datasets. Each command has a fixed id.</summary>
internal sealed class DemoCatalogue(IGrainFactory grains, DatasetFiles files, TimeProvider clock)
{
    private const int Seed = 20;
    private const int Rows = 1_200;

    // Made up; the check digits are right.
    internal static readonly (string Ror, string Name)[] Institutions =
        [(RorOf("0dem0aa"), "Harbor University School of Medicine (demo)"), (RorOf("0dem0bb"), "Prairie Cancer Institute (demo)")];

    /// <summary>Makes what is missing.</summary>
    public async Task MakeAsync(DemoPlan plan)
    {
        var manager = User(plan, Roles.RequestManager).UserId;
        foreach (var (ror, name) in Institutions)
            await SendAsync(manager, ror, new RecordInstitution(name, "US"));
        for (var year = 0; year <= DemoRequests.Story / 365; year++)
            await VerifyAsync(plan, manager, clock.GetUtcNow().AddYears(year));
        await SeatAsync(plan, manager);
        await AddVersionAsync(plan, "meeting-abstracts", SyntheticRows.Abstracts(Rows, Seed));
        await AddVersionAsync(plan, "practice-census", SyntheticRows.PracticeCensus(Rows, Seed));
    }

    // What was seen of an official holds for a year.
    private async Task VerifyAsync(DemoPlan plan, string manager, DateTimeOffset at)
    {
        DemoTime.Set(at);
        DemoSeed.Check(await grains.GetGrain<IInstitutionGrain>($"institution/{Institutions[0].Ror}").Handle(
            Context(manager, $"official {at.Year}"), new VerifyOfficial(User(plan, Roles.SigningOfficial).UserId, "Demo")));
    }

    // The first reviewer belongs to the institution that applies in the demo, so that a conflict can be seen.
    private async Task SeatAsync(DemoPlan plan, string manager)
    {
        var (chairs, reviewers) = (plan.Users.Where(user => user.Role == Roles.Chair).ToList(), plan.Users.Where(user => user.Role == Roles.Reviewer).ToList());
        await SeatAsync(manager, chairs[0], new AppointChair(chairs[0].UserId));
        await SeatAsync(manager, chairs[1], new AppointDeputy(chairs[1].UserId));
        foreach (var reviewer in reviewers)
            await SeatAsync(manager, reviewer, new AddMember(reviewer.UserId));
        foreach (var (reviewer, at) in reviewers.Concat(chairs).Select((user, at) => (user, at)))
            await ProfileAsync(reviewer, at == 0 ? Institutions[0].Ror : at == 1 ? Institutions[1].Ror : null);
    }

    private async Task SeatAsync(string manager, DemoUser user, CommitteeCommand command) => DemoSeed.Check(
        await grains.GetGrain<ICommitteeGrain>($"committee/{CommitteeView.First}").Handle(Context(manager, $"{command.GetType().Name} {user.Email}"), command));

    private async Task ProfileAsync(DemoUser user, string? ror) => DemoSeed.Check(
        await grains.GetGrain<IReviewerGrain>($"reviewer/{user.UserId}").Handle(Context(user.UserId, "profile"), new SetProfile(ror, ["Medical oncology", "Health services research"])));

    private async Task SendAsync(string manager, string ror, InstitutionCommand command) => DemoSeed.Check(
        await grains.GetGrain<IInstitutionGrain>($"institution/{ror}").Handle(Context(manager, $"{command.GetType().Name} {ror}"), command));

    private async Task AddVersionAsync(DemoPlan plan, string datasetId, string csv)
    {
        var dataset = grains.GetGrain<IDatasetGrain>($"dataset/{datasetId}");
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        var version = await files.KeepAsync(content, (await dataset.View()).Value!.Variables, "Made-up rows of the demo.", CancellationToken.None);
        DemoSeed.Check(version);
        DemoSeed.Check(await dataset.Handle(Context(User(plan, Roles.DataSteward).UserId, $"version {datasetId}"), version.Value!));
    }

    private static DemoUser User(DemoPlan plan, string role) => plan.Users.First(user => user.Role == role);

    private static string RorOf(string body) => body + RorId.CheckDigits(body);

    private static CommandContext Context(string actor, string what) => new(CommandId.From(actor, "demo", what), new Actor(actor, null));
}
