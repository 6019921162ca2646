using System.Reflection;
using Centra.Api.OpenApi;
using Centra.Consent;
using Centra.Fhir;
using Centra.Gate;
using Centra.Ingest;
using Centra.Register;
using Centra.ReviewLane;

namespace Centra.Service.Tests.OpenApi;

/// <summary>The gate's routes name what its compiled code may refuse, and nothing that it never does.</summary>
public class GateRefusalTests
{
    // Told in the line of a person or a record, or dealt with inside; no answer of a route. A mapping is refused when its job
    // is opened, not with each batch; the purpose of looking at an item's identity is always the same.
    private static readonly Enum[] Within =
        [Centra.Matching.MatchingRefusal.IdentityTooThin, Centra.Matching.MatchingRefusal.ComparatorsAreUnreadable, .. Enum.GetValues<CsvMappingRefusal>().Cast<Enum>(), Centra.Access.AccessRefusal.PurposeIsUnknown];

    private static readonly MethodBase[] Asking = [.. Of<RegisterChecks>(), .. Of<RegisterShardGrain>()];

    private static readonly Dictionary<string, (IEnumerable<Enum> Named, MethodBase[] Ways)> Routes = new()
    {
        ["opting out"] = (GateRefusals.OptOut, [.. Of<PatientConsentGrain>("OptOut"), .. Of<OptOutIntake>("Hash")]),
        ["looking at one"] = (GateRefusals.SeeOptOut, [.. Of<PatientConsentGrain>("View", "Totals")]),
        ["asking to be in again"] = (GateRefusals.Reinstate, [.. Of<PatientConsentGrain>("AskWithdrawal"), .. Of<OptOutIntake>("Hash")]),
        ["confirming"] = (GateRefusals.Confirm, [.. Of<PatientConsentGrain>("ConfirmWithdrawal")]),
        ["declining"] = (GateRefusals.Decline, [.. Of<PatientConsentGrain>("DeclineWithdrawal")]),
        ["screening"] = (GateRefusals.Screen, [.. Of<ScreeningDesk>("ScreenAsync"), .. Asking]),
        ["opening a job"] = (GateRefusals.OpenJob, [.. Of<IngestJobGrain>("Open"), .. Of<Centra.Practices.PracticeGrain>("MayIngest"), .. Of<CsvMapping>("Parse")]),
        ["a batch"] = (GateRefusals.Batch, [.. Of<IngestDesk>("ReceiveAsync"), .. Of<IngestJobGrain>("Admit"), .. Of<Centra.Practices.PracticeGrain>("MayIngest"), .. Asking]),
        ["completing"] = (GateRefusals.CompleteJob, [.. Of<IngestJobGrain>("Complete")]),
        ["looking at a job"] = (GateRefusals.SeeJob, [.. Of<IngestJobGrain>("View")]),
        ["a verdict"] = (GateRefusals.Review, [.. Of<ReviewItemGrain>("Decide")]),
        ["an identity"] = (GateRefusals.SeeIdentity, [.. Of<Centra.Access.HeldLooking>("IdentityAsync")]),
        ["an answer"] = (GateRefusals.Answer, [.. Of<ReviewItemGrain>("Answer")]),
        ["a dispute"] = (GateRefusals.Dispute, [.. Of<Disputing>("OpenAsync"), .. Asking]),
    };

    public static TheoryData<string> Names => [.. Routes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryRefusalOfTheGatesCode_IsNamedByItsRoute(string route)
    {
        var (named, ways) = Routes[route];
        ways.ShouldNotBeEmpty();

        var refused = ways.SelectMany(RuleRefusals.Of).ToHashSet();

        refused.Except(named).Except(Within).Where(refusal => !CommonRefusals.Shared.ContainsKey($"{refusal}")).ShouldBeEmpty(route);
    }

    // But for what the interface itself refuses, before the gate is asked.
    [Fact]
    public void EveryRefusalOfTheGate_IsMeantByItsCode()
    {
        var byCode = Routes.Values.SelectMany(route => route.Ways).SelectMany(RuleRefusals.Of).ToHashSet();
        Enum[] byTheInterface = [ConsentRefusal.IdentityIsUnreadable, ConsentRefusal.ConfirmationNeeded];

        // Whose grant it is another grain says; the tests of looks hold that against the description.
        Routes.Values.SelectMany(route => route.Named).Distinct().Where(refusal => refusal is not Centra.Access.AccessRefusal).Except(byCode).Except(byTheInterface).ShouldBeEmpty();
    }

    private static MethodBase[] Of<T>(params string[] names) =>
        [.. typeof(T).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(method => names.Length == 0 || names.Contains(method.Name))];
}
