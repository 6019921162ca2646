using System.Collections.Immutable;
using Centra.Agreements;
using Centra.Billing;
using Centra.People;
using Centra.Releases;
using Centra.Requests;
using Centra.Rules;
using Orleans;

namespace Centra.Api.Demo;

/// <summary>One request of the demo on its way, each step by the user whose part it is and most of a day after the one before. The steps of a walk are always the same, so that their ids are.</summary>
internal sealed class DemoWalk(IGrainFactory grains, ReleaseBench bench, DemoPlan plan, string id, string title, DateTimeOffset begun)
{
    private const string Dataset = "meeting-abstracts";
    private static readonly ImmutableArray<string> Variables = ["year", "meeting", "track", "presentation", "title", "words"];
    private static readonly TimeSpan Pace = TimeSpan.FromHours(20);
    private DateTimeOffset _now = begun;
    private int _step;

    private CreateDraft Draft => new(title, DemoCatalogue.Institutions[0].Ror, "Demo applicant");

    /// <summary>A draft that could be handed in, as a copy of another one.</summary>
    public Task<DemoWalk> DraftAsync() => SendAsync(Roles.Applicant, Draft with { CopyOf = DemoRequests.First });

    /// <summary>The first draft, written section by section.</summary>
    public async Task<DemoWalk> WriteAsync()
    {
        await SendAsync(Roles.Applicant, Draft);
        foreach (var field in RulesReader.Read<FormRules>((await grains.GetGrain<IRulesGrain>($"rules/{RulesKinds.Form}").Current()).Value!).Fields.Where(field => field.IsRequired))
            await SendAsync(Roles.Applicant, new EditSection(field.Key, TextOf(field), 0));
        await SendAsync(Roles.Applicant, new AddDataset(Dataset, Variables, "All abstracts of these years", 2018, 2024));
        return await SendAsync(Roles.Applicant, new DeclareInterests([], ["Demo Foundation"], "academic"));
    }

    public async Task<DemoWalk> SubmittedAsync() => await (await DraftAsync()).SendAsync(Roles.Applicant, new Submit());

    public Task<DemoWalk> AvailableAsync() => SendAsync(Roles.RequestManager, new RecordAvailability([new DatasetAvailability(Dataset, Availability.Available, true, true, true, "")]));

    public Task<DemoWalk> NotAvailableAsync() => SendAsync(Roles.RequestManager, new RecordAvailability([new DatasetAvailability(Dataset, Availability.NotAvailable, false, true, true, "Nothing like it was collected.")]));

    public async Task<DemoWalk> CheckedAsync()
    {
        await AvailableAsync();
        var policy = RulesReader.Read<PolicyRules>((await grains.GetGrain<IRulesGrain>($"rules/{RulesKinds.Policy}").Current()).Value!);
        return await SendAsync(Roles.RequestManager, new RecordPolicyCheck(true, [.. policy.Checklist.Select(item => new ChecklistAnswer(item.Key, true, ""))], ""));
    }

    /// <summary>Three reviewers without a conflict are assigned, and vote; None: that one has not voted yet.</summary>
    public async Task<DemoWalk> VoteAsync(params Recommendation[] votes)
    {
        var reviewers = plan.Users.Where(user => user.Role == Roles.Reviewer).Skip(1).Take(votes.Length).ToList();
        var criteria = RulesReader.Read<CriteriaRules>((await grains.GetGrain<IRulesGrain>($"rules/{RulesKinds.Criteria}").Current()).Value!).Criteria;
        await SendAsync(Roles.RequestManager, new AssignReviewers([.. reviewers.Select(user => user.UserId)]));
        foreach (var (reviewer, vote) in reviewers.Zip(votes).Where(pair => pair.Second is not Recommendation.None))
        {
            await SendAsync(reviewer, new DeclareConflict(false, ""));
            var conditions = vote is Recommendation.ApproveWithConditions ? "Results are shown to the society first." : "";
            await SendAsync(reviewer, new Evaluate([new DatasetRecommendation(Dataset, vote, conditions)], [.. criteria.Select(one => new CriterionScore(one.Key, vote is Recommendation.Deny ? 2 : 4, "As the application says."))]));
        }
        return this;
    }

    public async Task<DemoWalk> DecideAsync(bool isApproved)
    {
        await SendAsync(Roles.Chair, new CloseBallot());
        await SendAsync(Roles.Chair, new Decide([new DatasetDecision(Dataset, isApproved, "")], isApproved ? "" : "The purpose is not one that the policy allows."));
        return await SendAsync(Roles.RequestManager, new NotifyDecision());
    }

    public async Task<DemoWalk> ApprovedAsync() =>
        await (await (await (await SubmittedAsync()).CheckedAsync()).VoteAsync(Recommendation.Approve, Recommendation.Approve, Recommendation.Approve)).DecideAsync(isApproved: true);

    public async Task<DemoWalk> IssueAsync() => await (await SendAsync(Roles.Finance, new EstimateCost(0, null, null))).SendAsync(Roles.RequestManager, new DrawUpAgreement());

    public async Task<DemoWalk> ExecutedAsync()
    {
        await IssueAsync();
        var sha256 = (await grains.GetGrain<IAgreementGrain>($"agreement/{id}").Facts()).Sha256!;
        await SendAsync(Roles.SigningOfficial, new ForAgreement(new SignAgreement("Demo Official", "Provost", "I sign for the institution.", sha256, _now)));
        return await SendAsync(Roles.SocietySignatory, new ForAgreement(new Countersign("Demo Signatory", "Director", "I sign for the society.", sha256, _now)));
    }

    public async Task<DemoWalk> PaidAsync()
    {
        await (await ExecutedAsync()).SendAsync(Roles.Finance, new ForLedger(new IssueInvoice(0, 0, 0, [])));
        var owed = (await grains.GetGrain<ILedgerGrain>($"ledger/{id}").Facts(1)).EstimateTotal ?? 0;
        await SendAsync(Roles.Finance, new ForLedger(new RecordPayment(0, "wire-1", owed, "USD", $"BANK-{id}", PaymentMeans.Wire)));
        return await SendAsync(Roles.Finance, new ForLedger(new ConfirmPayment("wire-1", $"BANK-{id}")), second: true);
    }

    public async Task<DemoWalk> PrepareAsync()
    {
        await SendAsync(Roles.DataSteward, new ForRelease(new PrepareRelease([new ExtractOrder(Dataset, 1, Variables, [])])));
        await DemoTime.AtAsync(_now, () => bench.BuildAsync(id, CancellationToken.None));
        return this;
    }

    public async Task<DemoWalk> ActiveAsync()
    {
        await (await (await ApprovedAsync()).PaidAsync()).PrepareAsync();
        var built = (await grains.GetGrain<IReleaseGrain>($"release/{id}").View()).Value!.Versions[^1];
        await SendAsync(Roles.DataSteward, new ForRelease(new ApproveRelease(built.Version, built.ManifestSha256 ?? "", true)), second: true);
        return await SendAsync(Roles.Applicant, new AcceptTerms(1));
    }

    public async Task<DemoWalk> CloseAsync()
    {
        await SendAsync(Roles.Applicant, new AttestDestruction("All copies were wiped, by the keeper of the server."));
        await SendAsync(Roles.Applicant, new CloseOut("Two talks and a paper came of it."));
        return await SendAsync(Roles.DataSteward, new AcceptCloseOut());
    }

    /// <summary>Nothing happens for a while but what time itself brings, on the days when it does.</summary>
    public async Task<DemoWalk> PassAsync(DateTimeOffset until)
    {
        while (await DueAsync() is { } due && due <= until)
        {
            _now = due;
            await HandleAsync(new CommandContext(CommandId.From(PersonRules.Host, "demo", $"{id} {due:O}"), new Actor(RequestFactSource.Service, null)), new Tick());
        }
        _now = until;
        return this;
    }

    private async Task<DateTimeOffset?> DueAsync() => (await grains.GetGrain<IDataRequestGrain>($"request/{id}").Explain(PersonOf(Roles.RequestManager, second: false).UserId)).Value?.DueAt;

    public Task<DemoWalk> SendAsync(string role, RequestCommand command, bool second = false) => SendAsync(PersonOf(role, second), command);

    private async Task<DemoWalk> SendAsync(DemoUser user, RequestCommand command)
    {
        await HandleAsync(Context(user.UserId), command);
        _now += Pace;
        return this;
    }

    private async Task HandleAsync(CommandContext context, RequestCommand command)
    {
        DemoTime.Set(_now);
        DemoSeed.Check(await grains.GetGrain<IDataRequestGrain>($"request/{id}").Handle(context, command));
    }

    private CommandContext Context(string actor) => new(CommandId.From(actor, "demo", $"{id} {_step++}"), new Actor(actor, null));

    private DemoUser PersonOf(string role, bool second) => plan.Users.Where(user => user.Role == role).ElementAt(second ? 1 : 0);

    private static string TextOf(FormField field) => field.Kind switch
    {
        FieldKind.Choice => field.Choices[0],
        FieldKind.YesNo => "No",
        _ => $"{field.Label}: made up for the demo, as everything here is.",
    };
}
