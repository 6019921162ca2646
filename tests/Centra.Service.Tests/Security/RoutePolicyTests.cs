using Centra.Api.Security;

namespace Centra.Service.Tests.Security;

public class RoutePolicyTests(SharedApp shared) : IClassFixture<SharedApp>
{
    // What everybody may ask for. A route that joins this list has to be meant for the public.
    private static readonly string[] Open =
    [
        "GET /health/live", "GET /health/ready", "GET /openapi/{documentName}.json",
        "GET /", "GET /opt-out", "GET /opt-out/form", "GET /policies/{name}", "GET /public/receipt-key", "GET /public/requests", "GET /approved-requests", "GET /old-form", "GET /public/datasets", "GET /public/datasets/{id}", "GET /denied",
        "GET /catalogue", "GET /catalogue/{id}", "GET /es/opt-out", "GET /es/opt-out/form", "GET /policies", "GET /public-figures",
        "GET /forgotten-password", "POST /forgotten-password", "GET /new-password", "POST /new-password",
        "POST /api/tokens", "POST /api/webhooks/payments", "GET /sign-in", "POST /sign-in", "POST /sign-out",
    ];

    private readonly List<Route> _routes = Route.Of(shared.App);

    [Fact]
    public void EveryRoute_NamesOnePolicyOfTheTable_OrIsMeantForThePublic()
    {
        _routes.Count.ShouldBeGreaterThan(60);
        foreach (var route in _routes.Where(route => !route.IsAnonymous))
        {
            var policy = route.Policies.ShouldHaveSingleItem($"{route} demands nothing, or more than one policy.");
            PolicyTable.All.Keys.ShouldContain(policy, $"{route}");
        }
    }

    [Fact]
    public void RoutesForThePublic_AreTheListedOnes() =>
        _routes.Where(route => route.IsAnonymous).Select(route => route.ToString()).ShouldBe(Open, ignoreOrder: true);

    // Each costs some milliseconds, and there are hundreds: twice at a start is a second that somebody waits.
    [Fact]
    public void Routes_AskedForAgain_AreNotCompiledAgain() =>
        shared.App.Endpoints.Zip(shared.App.Endpoints).ShouldAllBe(pair => ReferenceEquals(pair.First, pair.Second));

    [Fact]
    public void EveryPolicy_IsDemandedSomewhere() =>
        PolicyTable.All.Keys.ShouldBe(_routes.SelectMany(route => route.Policies).Distinct(), ignoreOrder: true);

    [Fact]
    public void OperatorsAndApplicants_ReachNoIdentifiableData()
    {
        string[] data = [Policies.LookAtPatients, Policies.ReadOwnPatients, Policies.Disclose, Policies.AccountForDisclosures, Policies.BreakGlass, Policies.DecideReviews, Policies.SeeLooks];

        data.SelectMany(policy => PolicyTable.All[policy].Roles).Distinct()
            .ShouldBe([Roles.ProviderAgent, Roles.PrivacyOfficer, Roles.DataSteward, Roles.Auditor], ignoreOrder: true);
    }

    [Fact]
    public void Auditor_ReachesNothingThatChangesAnything()
    {
        var reached = _routes.Where(route => route.Policies.Any(policy => PolicyTable.All[policy].Roles.Contains(Roles.Auditor)));

        reached.ShouldAllBe(route => route.Method == "GET");
    }
}
