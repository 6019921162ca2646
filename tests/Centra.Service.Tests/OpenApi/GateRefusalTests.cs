using System.Reflection;
using Centra.Access;
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
    // is opened, not with each batch.
    private static readonly Enum[] Within =
        [Centra.Matching.MatchingRefusal.IdentityTooThin, Centra.Matching.MatchingRefusal.ComparatorsAreUnreadable, .. Enum.GetValues<CsvMappingRefusal>().Cast<Enum>()];

    private static readonly MethodBase[] Asking = [.. Of<RegisterChecks>(), .. Of<RegisterShardGrain>()];

    private static readonly MethodBase[] MayLook = [.. Of<LookGrantGrain>("MayLook"), .. Of<BreakGlassGrain>("MayLook")];

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
        ["an identity"] = (GateRefusals.SeeIdentity, [.. Of<HeldLooking>("IdentityAsync"), .. MayLook]),
        ["looking at a patient"] = (LookRefusals.Patient, [.. Of<Looking>("FindAsync", "PatientAsync"), .. MayLook]),
        ["looking at records"] = (LookRefusals.Records, [.. Of<Looking>("RecordsAsync"), .. MayLook]),
        ["breaking the glass"] = (LookRefusals.BreakGlass, [.. Of<BreakGlassGrain>("Open")]),
        ["reviewing that"] = (LookRefusals.Review, [.. Of<BreakGlassGrain>("Review")]),
        ["proposing a disclosure"] = (LookRefusals.Propose, [.. Of<Disclosing>("ProposeAsync")]),
        ["delivering it"] = (LookRefusals.Deliver, [.. Of<Disclosing>("DeliverAsync")]),
        ["accounting"] = ([AccessRefusal.IdentityIsTooThin], [.. Of<Accounting>("OfAsync")]),
        ["taking along"] = ([Centra.Practices.PracticeRefusal.PracticeIsNotLeaving], [.. Of<Centra.Practices.PracticeExport>()]),
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

        // For what an item's identity is looked at is always the same.
        refused.Except(named).Except(Within).Except(route == "an identity" ? [AccessRefusal.PurposeIsUnknown] : []).Where(refusal => !CommonRefusals.Shared.ContainsKey($"{refusal}")).ShouldBeEmpty(route);
    }

    // But for what the interface itself refuses, before the gate is asked.
    [Fact]
    public void EveryRefusalOfTheGate_IsMeantByItsCode()
    {
        var byCode = Routes.Values.SelectMany(route => route.Ways).SelectMany(RuleRefusals.Of).ToHashSet();
        Enum[] byTheInterface = [ConsentRefusal.IdentityIsUnreadable, ConsentRefusal.ConfirmationNeeded, AccessRefusal.ReasonIsMissing];

        Routes.Values.SelectMany(route => route.Named).Distinct().Except(byCode).Except(byTheInterface).ShouldBeEmpty();
    }

    private static MethodBase[] Of<T>(params string[] names) =>
        [.. typeof(T).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(method => names.Length == 0 || names.Contains(method.Name))];
}
