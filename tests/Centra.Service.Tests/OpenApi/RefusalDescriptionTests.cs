using System.Reflection;
using System.Text.Json;
using Centra.Access;
using Centra.Agreements;
using Centra.Alarms;
using Centra.Api.OpenApi;
using Centra.Api.People;
using Centra.Attachments;
using Centra.Billing;
using Centra.Datasets;
using Centra.Institutions;
using Centra.Practices;
using Centra.Releases;
using Centra.Requests;
using Centra.Reviews;
using Centra.Rules;
using Microsoft.AspNetCore.Routing;

namespace Centra.Service.Tests.OpenApi;

public class RefusalDescriptionTests(SharedApp shared) : IClassFixture<SharedApp>
{
    // One's own, and whatever is sent is taken: there is nothing that could be refused.
    private static readonly string[] NeverRefused = ["POST /api/notifications/seen", "PUT /api/account/notifications"];

    // A key that is not valid is not authenticated, like everybody else who is not; the portal alone has a password typed twice, and links.
    private static readonly Enum[] OfNoRoute = [PracticeRefusal.KeyIsNotValid, AccountRefusal.PasswordsDiffer, AccountRefusal.LinkIsSpent];

    private static readonly Type[] Families =
    [
        typeof(RequestCommand), typeof(AgreementCommand), typeof(LedgerCommand), typeof(UnmatchedCommand), typeof(ReleaseCommand), typeof(DatasetCommand), typeof(InstitutionCommand),
        typeof(CommitteeCommand), typeof(ReviewerCommand), typeof(RulesCommand), typeof(PracticeCommand), typeof(PersonCommand), typeof(LookGrantCommand), typeof(DisclosureCommand),
    ];

    private static readonly Type[] Features =
    [
        typeof(DataRequestRefusal), typeof(AgreementRefusal), typeof(BillingRefusal), typeof(EstimateRefusal), typeof(UnmatchedRefusal), typeof(ReleaseRefusal), typeof(AttachmentRefusal),
        typeof(DatasetRefusal), typeof(InstitutionRefusal), typeof(ReviewRefusal), typeof(RulesRefusal),
        typeof(Centra.Consent.ConsentRefusal), typeof(Centra.Ingest.IngestRefusal), typeof(Centra.ReviewLane.ReviewRefusal),
        typeof(PracticeRefusal), typeof(PersonRefusal), typeof(AccessRefusal), typeof(AlarmRefusal), typeof(AccountRefusal),
    ];

    private readonly ServiceApp _app = shared.App;

    public static TheoryData<string> Commands => [.. All.Select(command => command.FullName!).Order(StringComparer.Ordinal)];

    private static IEnumerable<Type> All => Families.SelectMany(family => family.Assembly.GetTypes().Where(type => type.IsSubclassOf(family)));

    /// <summary>A rule that takes a command refuses with nothing that the command does not name.</summary>
    [Theory]
    [MemberData(nameof(Commands))]
    public void EveryRefusalOfACommandsRules_IsNamedByTheCommand(string name)
    {
        var command = typeof(Refusal).Assembly.GetType(name)!;
        var named = RefusedWithAttribute.Of(command).Concat(IsAboutRequests(command) ? RequestRefusals.Of(command) : []).ToHashSet();

        var refused = RulesOf(command).SelectMany(RuleRefusals.Of).ToHashSet();

        refused.Where(refusal => !named.Contains(refusal)).ShouldBeEmpty(name);
    }

    [Fact]
    public void RefusalsOfARule_AreReadFromItsCode() => RulesOf(typeof(RecordPayment)).SelectMany(RuleRefusals.Of).Distinct().ShouldBe(
        [
            BillingRefusal.IdIsWrong, BillingRefusal.BankReferenceIsMissing, BillingRefusal.MeansAreMissing, BillingRefusal.AmountIsNotPositive, BillingRefusal.AmountIsTooLarge,
            BillingRefusal.AmountHasMoreThanTwoDecimals, BillingRefusal.CurrencyIsWrong, BillingRefusal.CurrencyIsAnother, BillingRefusal.BankReferenceIsUsedAlready,
            BillingRefusal.EntryIdWasUsedForAnother, BillingRefusal.InvoiceIsMissing,
        ], ignoreOrder: true);

    [Fact]
    public async Task EveryRoute_DescribesTheRefusalsThatItNames()
    {
        var description = await DescribedApi.ReadAsync(_app.Anonymous);
        var routes = Routes().ToList();

        routes.Count.ShouldBeGreaterThan(170);
        foreach (var (method, path, named) in routes)
        {
            foreach (var problem in named.SelectMany(one => one.Problems))
                (description.Refusals(method, path, (System.Net.HttpStatusCode)problem.Status!.Value) ?? []).ShouldContain(problem.Title!, $"{method} {path}");
            (named.Any() || IsList(method, path) || NeverRefused.Contains($"{method} {path}")).ShouldBeTrue($"{method} {path} names no refusal.");
        }
    }

    [Fact]
    public void EveryRefusal_IsNamedByARoute_OrByACommandOfTheServiceItself()
    {
        var named = Routes().SelectMany(route => route.Named).SelectMany(one => one.Codes).Concat(All.SelectMany(RefusedWithAttribute.Of)).ToHashSet();

        Features.SelectMany(type => Enum.GetValues(type).Cast<Enum>()).Where(refusal => !named.Contains(refusal)).ShouldBe(OfNoRoute, ignoreOrder: true);
    }

    [Fact]
    public async Task EveryResponse_HasTheSchemaOfProblems_AndExamplesWithCodeTitleAndDetail()
    {
        var document = await _app.Anonymous.GetAsync("/openapi/v1.json").Json();
        var problems = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).SelectMany(operation => operation.Value.GetProperty("responses").EnumerateObject())
            .Where(response => response.Name[0] is '4' or '5').Select(response => response.Value.GetProperty("content").GetProperty("application/problem+json")).ToList();

        problems.Count.ShouldBeGreaterThan(500);
        problems.ShouldAllBe(problem => problem.GetProperty("schema").GetProperty("$ref").GetString() == "#/components/schemas/Problem");
        var shared = document.GetProperty("components").GetProperty("examples");
        problems.SelectMany(problem => problem.GetProperty("examples").EnumerateObject()).ShouldAllBe(example => IsWhole(example, shared));
        document.GetProperty("components").GetProperty("schemas").TryGetProperty("Problem", out _).ShouldBeTrue();
    }

    private static bool IsWhole(JsonProperty example, JsonElement shared)
    {
        var whole = example.Value.TryGetProperty("$ref", out var reference) ? shared.GetProperty(reference.GetString()!["#/components/examples/".Length..]) : example.Value;
        var value = whole.GetProperty("value");
        return value.Text("code") == example.Name && value.Text("title") == example.Name && value.Text("detail").Length > 5 && value.GetProperty("status").GetInt32() >= 400;
    }

    // Lists have only what all routes have.
    private static bool IsList(string method, string path) => method == "GET" && !path.Contains('{', StringComparison.Ordinal);

    private IEnumerable<(string Method, string Path, IReadOnlyList<RouteRefusals> Named)> Routes() => _app.Endpoints.OfType<RouteEndpoint>()
        .Where(route => route.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null or { ExcludeFromDescription: false })
        .SelectMany(route => (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Select(method => (method, Path(route), (IReadOnlyList<RouteRefusals>)[.. route.Metadata.OfType<RouteRefusals>()])));

    private static string Path(RouteEndpoint route) => $"/{route.RoutePattern.RawText!.Trim('/')}";

    private static bool IsAboutRequests(Type command) => command.IsSubclassOf(typeof(RequestCommand)) && command.Name is not (nameof(ForAgreement) or nameof(ForLedger) or nameof(ForRelease));

    private static IEnumerable<MethodInfo> RulesOf(Type command) => typeof(Gate.GateServices).Assembly.GetTypes()
        .Where(type => type.IsAbstract && type.IsSealed)
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(method => method.GetParameters().Any(parameter => parameter.ParameterType == command));
}
