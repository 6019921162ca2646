using System.Collections.Immutable;
using Centra.Agreements;
using Centra.Billing;
using Centra.Datasets;
using Centra.People;
using Centra.Releases;
using Centra.Requests;
using Centra.Rules;

namespace Centra.Tests.Requests;

/// <summary>Who and what the stories of data requests are made of: people by name, the default rules, a small catalogue.</summary>
internal static class Cast
{
    public const string Home = "https://ror.org/01home001";
    public const string Elsewhere = "https://ror.org/02else002";

    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);
    public static readonly string[] Team = ["pi", "delegate", "member"];
    public static readonly string[] Reviewers = ["r1", "r2", "r3", "r4"];
    public static readonly RuleFacts Rules = ReadRules();

    private static readonly Dictionary<string, string> RoleOf = new()
    {
        ["pi"] = Roles.Applicant, ["delegate"] = Roles.Applicant, ["member"] = Roles.Applicant, ["stranger"] = Roles.Applicant, ["manager"] = Roles.RequestManager,
        ["manager2"] = Roles.RequestManager, ["r1"] = Roles.Reviewer, ["r2"] = Roles.Reviewer, ["r3"] = Roles.Reviewer, ["r4"] = Roles.Reviewer, ["chair"] = Roles.Chair,
        ["deputy"] = Roles.Chair, ["official"] = Roles.SigningOfficial, ["signatory"] = Roles.SocietySignatory, ["finance"] = Roles.Finance, ["steward"] = Roles.DataSteward,
        ["auditor"] = Roles.Auditor, ["operator"] = Roles.Operator,
    };

    public static readonly ImmutableDictionary<string, DatasetView> Catalogue = new[]
    {
        Dataset("survey", DatasetStanding.Requestable), Dataset("census", DatasetStanding.Requestable), Dataset("elsewhere", DatasetStanding.OutsideProcess),
        Dataset("coming", DatasetStanding.Coming), Dataset("retired", DatasetStanding.Retired), Dataset("listed", DatasetStanding.NotRequestable),
        Dataset("other-committee", DatasetStanding.Requestable) with { CommitteeId = "another" },
    }.ToImmutableDictionary(dataset => dataset.DatasetId);

    public static readonly ImmutableDictionary<string, ReviewerFacts> Known = new[]
    {
        Reviewer("r1"), Reviewer("r2"), Reviewer("r3"), Reviewer("r4"), Reviewer("chair"), Reviewer("deputy"), Reviewer("member"), Reviewer("co-author"),
        Reviewer("neighbour") with { InstitutionId = Home }, Reviewer("relative") with { RelatedUsers = ["member"] }, Reviewer("former") with { RelatedInstitutions = [Home] },
        Reviewer("funded") with { RelatedFunders = ["NORTH FUND"] }, Reviewer("absent") with { IsAbsent = true }, Reviewer("clerk") with { IsReviewer = false },
    }.ToImmutableDictionary(reviewer => reviewer.UserId);

    public static IEnumerable<string> Everybody => [.. RoleOf.Keys, RequestFactSource.Service];

    public static ActorFacts Actor(string name) => name == RequestFactSource.Service ? new ActorFacts(name, [], null, IsOfficial: false, IsService: true)
        : new ActorFacts(name, [RoleOf[name]], new DateOnly(2026, 1, 15), name == "official", IsService: false);

    public static ContractFacts Estimated { get; } = new(null, new LedgerFacts(1, 900m, "USD", false, 0m, false, false, 0m));

    public static ContractFacts Issued(int version = 1) => Estimated with { Agreement = new AgreementFacts(version, Hash(version), false, false, null, null, null, version, false) };

    public static ContractFacts Signed(int version = 1) => Issued(version) with { Agreement = Issued(version).Agreement! with { AcceptedEstimate = 900m } };

    public static ContractFacts Executed(int version = 1) => Issued(version) with
    {
        Agreement = new AgreementFacts(version, Hash(version), true, false, new DateOnly(2026, 4, 1), new DateOnly(2028, 3, 31), 900m, version, false),
    };

    public static ContractFacts Paid(int version = 1) => Executed(version) with { Ledger = new LedgerFacts(1, 900m, "USD", true, 0m, true, false, 0m) };

    public static ContractFacts Released { get; } = Paid() with { Release = new ReleaseFacts(true, 1, null) };

    public static string Hash(int number) => new((char)('a' + (number % 6)), 64);

    private static DatasetView Dataset(string id, DatasetStanding standing) => new(
        id, new DatasetDescription(id, id, id, "Members.", Sensitivity.Confidential, ["DUO:0000042"], "survey", null, null, null), standing, "https://else.example",
        "information-sharing", "Research.", 1, [], [Variable("region"), Variable("score")], null, "");

    private static DatasetVariable Variable(string name) => new(name, name, name, VariableType.Code, IdentifyingKind.None, false, []);

    private static ReviewerFacts Reviewer(string name) => new(name, IsReviewer: true, Elsewhere, [], [], [], IsAbsent: false);

    private static RuleFacts ReadRules() => new(
        new PinnedRules("information-sharing", 1, 1, 1, 1, 1, 1), Read<FormRules>(), Read<PolicyRules>(), Read<CommitteeRules>(), Read<CriteriaRules>(), Read<PriceBook>(),
        Read<AgreementTemplate>(), Read<ServiceLevels>(), new WorkingCalendar(Read<CalendarRules>()));

    private static T Read<T>()
        where T : class, IRulesContent<T> => RulesReader.Read<T>(new RulesVersion(T.Kind, 1, RulesDefaults.Of(T.Kind), "", Monday));
}
