using System.Collections.Immutable;
using Centra.Agreements;
using Centra.Attachments;
using Centra.Billing;
using Centra.Datasets;
using Centra.Institutions;
using Centra.People;
using Centra.Releases;
using Orleans;

namespace Centra.Requests;

/// <summary>Gathers what the rules need to know from other grains: only as much as the command needs.</summary>
public sealed class RequestFactSource(IGrainFactory grains, RuleFactSource rules, CommitteeFactSource committees, AttachmentIntake attachments)
{
    /// <summary>The actor of what the service does by itself.</summary>
    public const string Service = PersonRules.Host;

    /// <summary>Facts for a command; for no command: for a view.</summary>
    public async Task<RequestFacts> GatherAsync(RequestState state, string requestId, string userId, RequestCommand? command, DateTimeOffset now)
    {
        // Asked side by side: who sends it, what is asked for, what holds.
        var (actor, datasets) = (ActorAsync(state, userId, now), DatasetsAsync(state, command));
        var versions = await rules.OfAsync(state);
        var person = command switch { AddTeamMember add => add.UserId, ChangePrincipalInvestigator change => change.UserId, _ => null };
        var institution = command switch { AddTeamMember add => add.InstitutionId, CreateDraft create => create.InstitutionId, _ => null };
        var former = command is CreateDraft { CopyOf: not null } or CreateDraft { ParentId: not null } ? await FormerAsync((CreateDraft)command, userId) : null;
        return new RequestFacts
        {
            Actor = await actor,
            Now = now,
            Rules = versions,
            Committee = await committees.OfAsync(state, versions, now),
            Datasets = await datasets,
            Reviewers = command is AssignReviewers assign ? await committees.ReviewersAsync(assign.Reviewers, versions, now) : ImmutableDictionary<string, ReviewerFacts>.Empty,
            IsPersonKnown = person is not null && await PersonAsync(person) is { Standing: PersonStanding.Active },
            IsInstitutionKnown = institution is not null && !(await grains.GetGrain<IInstitutionGrain>($"institution/{institution}").View()).IsRefused,
            Uploaded = command is Attach { Document: { } document } ? await UploadedAsync(document, userId) : null,
            CopyOf = former?.Value is { } copy ? ApplicationViews.From(copy.Application) : null,
            ParentRefusal = former?.Refusal,
            Contract = await ContractAsync(state, requestId),
        };
    }

    /// <summary>The same with these people as far as an assignment asks about them.</summary>
    public async Task<RequestFacts> WithReviewersAsync(RequestFacts facts, ImmutableArray<string> reviewers) =>
        facts with { Reviewers = await committees.ReviewersAsync(reviewers, facts.Rules, facts.Now) };

    /// <summary>What agreement, ledger and release say now.</summary>
    public async Task<ContractFacts> ContractAsync(RequestState state, string requestId)
    {
        if (state.Stage < RequestStage.Contracting || state.Stage is RequestStage.Unavailable or RequestStage.Denied || state.Review.Decision is not { IsApproval: true })
            return new ContractFacts();
        var agreement = await grains.GetGrain<IAgreementGrain>($"agreement/{requestId}").Facts();
        var ledger = await grains.GetGrain<ILedgerGrain>($"ledger/{requestId}").Facts(Math.Max(agreement.Version, 1));
        var release = state.Stage is RequestStage.Contracting ? null : await grains.GetGrain<IReleaseGrain>($"release/{requestId}").Facts();
        return new ContractFacts(agreement.Version > 0 ? agreement : null, ledger, release);
    }

    private async Task<ActorFacts> ActorAsync(RequestState state, string userId, DateTimeOffset now)
    {
        if (userId is Service or ProviderDesk.Actor)
            return new ActorFacts(userId, [], null, IsOfficial: false, IsService: true);
        var person = await PersonAsync(userId);
        var roles = person is { Standing: PersonStanding.Active } ? person.Roles : [];
        var isOfficial = roles.Contains(Roles.SigningOfficial) && state.Application.PrincipalInvestigator is { } investigator
            && (await grains.GetGrain<IInstitutionGrain>($"institution/{investigator.InstitutionId}").View()) is { IsRefused: false } institution && institution.Value.MaySign(userId, now);
        return new ActorFacts(userId, roles, person is { Standing: PersonStanding.Active } ? person.TrainedOn : null, isOfficial, IsService: false);
    }

    private async Task<PersonView?> PersonAsync(string userId) => (await grains.GetGrain<IPersonGrain>($"person/{userId}").View()).Value;

    // Whoever attaches a document has uploaded it: its id alone opens nobody else's.
    private async Task<AttachedDocument?> UploadedAsync(AttachedDocument document, string userId) =>
        await attachments.ClaimAsync(document.DocumentId ?? "") is { IsReadable: true } found && found.UploadedBy == userId
            ? new AttachedDocument(found.AttachmentId, found.Name, found.Type, found.Size, found.Sha256, document.IsForm)
            : null;

    private async Task<Result<ApplicationCopy>> FormerAsync(CreateDraft create, string userId) =>
        create.ParentId is null ? await grains.GetGrain<IDataRequestGrain>($"request/{create.CopyOf}").Copy(userId, RequestKind.Original)
        : create.Kind is RequestKind.Original ? DataRequestRefusal.ParentDoesNotAllowThis
        : await grains.GetGrain<IDataRequestGrain>($"request/{create.ParentId}").Copy(userId, create.Kind);

    // While it is being written the catalogue decides; after that the request keeps what it was submitted with.
    private async Task<ImmutableDictionary<string, DatasetView>> DatasetsAsync(RequestState state, RequestCommand? command)
    {
        var asked = state.Stage is RequestStage.Draft || command is EstimateCost ? state.Application.Datasets.Select(known => known.DatasetId) : [];
        var found = ImmutableDictionary.CreateBuilder<string, DatasetView>();
        foreach (var id in command is AddDataset add ? asked.Append(add.DatasetId).Distinct() : asked)
        {
            if ((await grains.GetGrain<IDatasetGrain>($"dataset/{id}").View()).Value is { } dataset)
                found[id] = dataset;
        }
        return found.ToImmutable();
    }
}
