using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Centra.Agreements;
using Centra.Billing;
using Centra.Datasets;
using Centra.Institutions;
using Centra.Recording;
using Centra.Releases;
using Centra.Requests;
using Centra.Reviews;
using Centra.Rules;
using Centra.Storage;

namespace Centra.Tests.Requests;

/// <summary>
/// Records as they were stored once. They load for ever: a file here is never changed, a new form gets a new file. Request, agreement and ledger were made by their rules, the others from states written out.
/// </summary>
public class StoredFormTests
{
    private static readonly Dictionary<string, Func<string, string>> Forms = new()
    {
        ["request-1"] = Again(RequestForm.Recorded),
        ["agreement-1"] = Again(AgreementForm.Recorded),
        ["ledger-1"] = Again(LedgerForm.Recorded),
        ["release-1"] = Again(ReleaseForm.Recorded),
        ["dataset-1"] = Again(DatasetForm.Recorded),
        ["rules-1"] = Again(RulesForm.Recorded),
        ["institution-1"] = Again(InstitutionForm.Recorded),
        ["reviewer-1"] = Again(ReviewerForm.Recorded),
        ["committee-1"] = Again(CommitteeForm.Recorded),
    };

    // What is worked out from the rest is written along, and may change.
    private static readonly string[] WorkedOut =
        ["IsOpen", "IsApproval", "IsAvailable", "Counted", "Seated", "OpenQuestions", "ApprovedDatasets", "HasEnded", "Present", "PrincipalInvestigator", "IsFeeDetermined", "IsSettled", "RefundDue"];

    public static TheoryData<string> Files => [.. Forms.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void Record_StoredOnce_LoadsWithAllThatWasStored(string file)
    {
        var stored = File.ReadAllText(Path.Combine(Folder(), $"{file}.json"));

        Missing(JsonNode.Parse(stored), JsonNode.Parse(Forms[file](stored)), file).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Record_OfNothing_IsTheBeginning(string file) => Forms[file]("{}").ShouldNotBeNull();

    [Fact]
    public void Request_StoredOnce_MayStillBeDownloaded()
    {
        var state = RequestForm.Recorded.Load(GrainStateJson.Read<RequestRecord>(File.ReadAllText(Path.Combine(Folder(), "request-1.json"))));

        (Stages.Downloaded with { State = state }).May("member", RequestCommandKind.Download).ShouldBe("yes");
    }

    private static Func<string, string> Again<TState, TEvent, TStored>(RecordedForm<TState, TEvent, TStored> form) =>
        json => GrainStateJson.Write(form.Save(form.Load(GrainStateJson.Read<TStored>(json))));

    private static IEnumerable<string> Missing(JsonNode? stored, JsonNode? again, string path) => stored switch
    {
        JsonObject members => members.Where(member => !WorkedOut.Contains(member.Key)).SelectMany(member => Missing(member.Value, (again as JsonObject)?[member.Key], $"{path}.{member.Key}")),
        JsonArray items when again is JsonArray others && others.Count == items.Count => items.SelectMany((item, at) => Missing(item, others[at], $"{path}[{at}]")),
        _ => JsonNode.DeepEquals(stored, again) ? [] : [path],
    };

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Stored");
}
