using Centra.Access;
using Centra.Practices;

namespace Centra.Service.Tests.OpenApi;

/// <summary>Commands of practices, people, grants and disclosures name exactly what their rules refuse them with: nothing less, and nothing that never happens.</summary>
public class ReachedRefusalTests
{
    private const string Somebody = "user-1";
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now.UtcDateTime);
    private static readonly string Digest = new('a', 64);

    [Fact]
    public void CommandsOfPractices_NameWhatTheyAreRefusedWith()
    {
        var certificate = new ErasureCertificate("c", "p", Now, Now, 1, 1, 1, "", "", "2027-01-01", "k", "s");
        PracticeCommand[] commands =
        [
            new JoinPractice("North"), new JoinPractice(""), new RecordAgreement(Today, Digest), new RecordAgreement(Today.AddDays(-1), Digest), new RecordAgreement(Today, "a"), new Attest(true),
            new Activate(), new IssueKey("k", "l", KeyScopes.Read, Digest), new IssueKey("k", "", KeyScopes.Read, Digest), new IssueKey("k", "l", KeyScopes.None, Digest), new RevokeKey("k"), new RevokeKey("other"),
            new BeginLeaving(), new FinishLeaving(1, certificate),
        ];
        var keys = Enumerable.Range(0, 50).Select(n => new ApiKey($"{n}", "l", KeyScopes.Read, Digest, Now, "a", null));
        PracticeState[] starts = [PracticeState.None, PracticeState.None with { Standing = PracticeStanding.Joining, Keys = [.. keys] }];

        Holds(new ReachedRefusals<PracticeState, PracticeCommand, PracticeEvent>((state, command) => [PracticeRules.Decide(state, command, Somebody, Now)], PracticeRules.Apply).Of(starts, commands, 5));
    }

    [Fact]
    public void CommandsOfPeople_NameWhatTheyAreRefusedWith()
    {
        string[] roles = ["Nonsense", Roles.ProviderAgent, Roles.Reviewer, Roles.Auditor];
        PersonCommand[] commands =
        [
            .. roles.SelectMany(IEnumerable<PersonCommand> (role) => [new ProposeRole(role), new ApproveRole(role), new RemoveRole(role), new AdmitPerson(null, [role]), new AdmitPerson("p", [role])]),
            new DisablePerson(), new EnablePerson(), new RecordTraining("Society", Today), new RecordTraining("", Today), new RecordTraining("Society", Today.AddDays(1)),
            .. Enum.GetValues<CredentialChange>().Select(change => new NoteCredentials(change)),
        ];
        string[] actors = [Somebody, "operator-1", "operator-2"];
        bool[] practice = [true, false];

        Holds(new ReachedRefusals<PersonState, PersonCommand, PersonEvent>(
            (state, command) => from actor in actors from exists in practice select PersonRules.Decide(state, command, new Governing(Somebody, actor), new PersonFacts(5, exists), Now),
            PersonRules.Apply).Of([PersonState.None], commands, 4));
    }

    [Fact]
    public void CommandsOfGrants_NameWhatTheyAreRefusedWith()
    {
        var purpose = Purposes.Current.Items[0].Id;
        LookGrantCommand[] commands =
        [
            new GiveLookGrant([], Now.AddDays(1)), new GiveLookGrant(["nonsense"], Now.AddDays(1)), new GiveLookGrant([purpose], Now.AddDays(1)), new GiveLookGrant([purpose], Now),
            new RecertifyLookGrant(Now.AddDays(2)), new RecertifyLookGrant(Now.AddYears(2)), new RevokeLookGrant(),
        ];
        var trained = new PersonView(Somebody, PersonStanding.Active, null, [], [], "Society", Today, null);
        PersonView?[] holders = [null, trained, trained with { Employer = null }];

        Holds(new ReachedRefusals<LookGrantState, LookGrantCommand, LookGrantEvent>(
            (state, command) => from holder in holders from officer in new[] { Somebody, "officer" } select LookGrantRules.Decide(state, command, officer, holder, Now),
            LookGrantRules.Apply).Of([LookGrantState.None], commands, 3));
    }

    [Fact]
    public void CommandsOfDisclosures_NameWhatTheyAreRefusedWith()
    {
        DisclosureCommand[] commands =
            [new ProposeDisclosure("p", DisclosureBasis.Law, Digest, default), new ProposeDisclosure("p", DisclosureBasis.None, Digest, default), new ApproveDisclosure(), new DeliverDisclosure()];
        string[] officers = ["officer-1", "officer-2"];

        Holds(new ReachedRefusals<DisclosureState, DisclosureCommand, DisclosureEvent>(
            (state, command) => officers.Select(officer => DisclosureRules.Decide(state, command, officer, Now)), DisclosureRules.Apply).Of([DisclosureState.None], commands, 4));
    }

    private static void Holds(Dictionary<Type, HashSet<string>> reached)
    {
        var family = reached.Keys.First().BaseType!;
        reached.Keys.ShouldBe(family.Assembly.GetTypes().Where(type => type.IsSubclassOf(family)), ignoreOrder: true);
        foreach (var (command, codes) in reached)
            RefusedWithAttribute.Of(command).Select(refusal => $"{refusal}").ShouldBe(codes, ignoreOrder: true, command.Name);
    }
}
