using System.Collections.Immutable;
using Centra.Requests;

namespace Centra.Tests.Requests;

/// <summary>A request through commands: what became of it, and what was answered last. Facts are as the grain would gather them.</summary>
internal sealed record Story(RequestState State)
{
    public static Story Begin { get; } = new(RequestState.None);

    public DateTimeOffset Now { get; init; } = Cast.Monday;

    public ContractFacts Contract { get; init; } = new();

    public RuleFacts? Rules { get; init; } = Cast.Rules;

    public bool IsChairAbsent { get; init; }

    public DateOnly? TrainedOn { get; init; } = new DateOnly(2026, 1, 15);

    /// <summary>Whether everybody holds every role, so that only the separation of duties stands between them and the request.</summary>
    public bool HoldsAllRoles { get; init; }

    public Refusal? Refusal { get; init; }

    public ImmutableArray<RequestEvent> Happened { get; init; } = [];

    public ImmutableArray<RequestEvent> History { get; init; } = [];

    public string Code => Refusal?.Code ?? "taken";

    public Story By(string actor, RequestCommand command)
    {
        var facts = Facts(actor) with { Uploaded = (command as Attach)?.Document };
        if (!Carrying.Concerns(command))
            return After(RequestRules.Decide(State, "request-1", command, facts));
        var refusal = RequestRules.Obstacle(State, command, facts);
        return After(refusal is null ? RequestRules.Follow(State, [], facts) : refusal);
    }

    /// <summary>The leaves say something else, and the request looks at them.</summary>
    public Story Told(ContractFacts contract) => (this with { Contract = contract }).By(RequestFactSource.Service, new Advance());

    public Story Tick() => By(RequestFactSource.Service, new Tick());

    public Story Later(int days) => this with { Now = Now.AddDays(days) };

    public RequestView Seen(string by) => RequestViews.For(State, RequestPartsOf.Actor(State, Facts(by)), Facts(by));

    public string May(string actor, RequestCommandKind kind) => RequestRules.Permit(State, kind, RequestPartsOf.Actor(State, Facts(actor)), Facts(actor))?.Code ?? "yes";

    public RequestFacts Facts(string actor) => new()
    {
        Actor = Cast.Actor(actor) is { IsService: false } person && HoldsAllRoles ? person with { Roles = [.. Centra.People.Roles.All], TrainedOn = TrainedOn } : Cast.Actor(actor) with { TrainedOn = TrainedOn },
        Now = Now,
        Rules = Rules,
        Committee = State.Pinned is null ? null : new CommitteeFacts("information-sharing", "chair", ["deputy"], IsChairAbsent),
        Datasets = Cast.Catalogue,
        Reviewers = Cast.Known,
        IsPersonKnown = true,
        IsInstitutionKnown = true,
        Contract = Contract,
    };

    private Story After(Result<ImmutableArray<RequestEvent>> decided) => decided.IsRefused ? this with { Refusal = decided.Refusal, Happened = [] } : this with
    {
        State = decided.Value.Aggregate(State, RequestApply.Apply),
        Refusal = null,
        Happened = decided.Value,
        History = [.. History, .. decided.Value],
    };
}
