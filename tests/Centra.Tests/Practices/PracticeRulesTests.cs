using Centra.Practices;

namespace Centra.Tests.Practices;

/// <summary>Every standing of a practice times every command.</summary>
public class PracticeRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly string Digest = new('a', 64);

    private static readonly Dictionary<string, PracticeCommand> Commands = new()
    {
        ["join"] = new JoinPractice("North"),
        ["join without a name"] = new JoinPractice(""),
        ["join with a long name"] = new JoinPractice(new string('n', 201)),
        ["agree"] = new RecordAgreement(new DateOnly(2026, 3, 2), Digest),
        ["agree to the past"] = new RecordAgreement(new DateOnly(2026, 3, 1), Digest),
        ["agree without digest"] = new RecordAgreement(new DateOnly(2027, 1, 1), "aa"),
        ["attest"] = new Attest(true),
        ["activate"] = new Activate(),
        ["issue"] = new IssueKey("k2", "pipeline", KeyScopes.Ingest, Digest),
        ["issue without scopes"] = new IssueKey("k2", "pipeline", KeyScopes.None, Digest),
        ["issue without label"] = new IssueKey("k2", "", KeyScopes.Ingest, Digest),
        ["revoke"] = new RevokeKey("k1"),
        ["revoke unknown"] = new RevokeKey("k9"),
        ["leave"] = new BeginLeaving(),
        ["finish"] = new FinishLeaving(3, new ErasureCertificate("certificate-1", "north", Now, Now, 3, 9, 1, "", "", "2026-04-30", "", "")),
    };

    // For each command what Joining, Active, Leaving and Left make of it: events by name, or the refusal.
    public static IEnumerable<TheoryDataRow<string, PracticeStanding, string>> Table()
    {
        string[] rows =
        [
            "join: PracticeJoined, PracticeHasJoinedAlready, PracticeHasJoinedAlready, PracticeHasJoinedAlready, PracticeHasJoinedAlready",
            "join without a name: NameIsWrong, NameIsWrong, NameIsWrong, NameIsWrong, NameIsWrong",
            "join with a long name: NameIsWrong, NameIsWrong, NameIsWrong, NameIsWrong, NameIsWrong",
            "agree: PracticeNotFound, AgreementRecorded, AgreementRecorded, PracticeIsLeaving, PracticeIsLeaving",
            "agree to the past: PracticeNotFound, AgreementHasEnded, AgreementHasEnded, PracticeIsLeaving, PracticeIsLeaving",
            "agree without digest: PracticeNotFound, AgreementDigestIsMissing, AgreementDigestIsMissing, PracticeIsLeaving, PracticeIsLeaving",
            "attest: PracticeNotFound, PatientsInformedAttested, PatientsInformedAttested, PracticeIsLeaving, PracticeIsLeaving",
            "activate: PracticeNotFound, PracticeActivated, nothing, PracticeIsLeaving, PracticeIsLeaving",
            "issue: PracticeNotFound, KeyIssued, KeyIssued, PracticeIsLeaving, PracticeIsLeaving",
            "issue without scopes: PracticeNotFound, KeyNeedsScopes, KeyNeedsScopes, PracticeIsLeaving, PracticeIsLeaving",
            "issue without label: PracticeNotFound, NameIsWrong, NameIsWrong, PracticeIsLeaving, PracticeIsLeaving",
            "revoke: PracticeNotFound, KeyRevoked, KeyRevoked, nothing, nothing",
            "revoke unknown: PracticeNotFound, KeyNotFound, KeyNotFound, KeyNotFound, KeyNotFound",
            "leave: PracticeNotFound, KeyRevoked LeavingBegun, KeyRevoked LeavingBegun, PracticeIsLeaving, PracticeIsLeaving",
            "finish: PracticeNotFound, PracticeIsNotLeaving, PracticeIsNotLeaving, PracticeLeft, PracticeIsNotLeaving",
        ];
        foreach (var row in rows)
        {
            var (command, cells) = (row.Split(':')[0], row.Split(": ")[1].Split(", "));
            foreach (var (standing, cell) in Enum.GetValues<PracticeStanding>().Zip(cells))
                yield return new(command, standing, cell);
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Decide_EveryCell_IsAsTheTableSays(string command, PracticeStanding standing, string expected) => Decide(In(standing), Commands[command]).ShouldBe(expected);

    [Fact]
    public void Table_HasEveryCommand() =>
        Commands.Values.Select(command => command.GetType()).Distinct().ShouldBe(typeof(PracticeCommand).Assembly.GetTypes().Where(type => type.BaseType == typeof(PracticeCommand)), ignoreOrder: true);

    // Agreement's last day and months since the attestation; null: never.
    [Theory]
    [InlineData("2026-03-02", 0, true, "PracticeActivated")]
    [InlineData("2026-03-01", 0, false, "AgreementIsMissing")]
    [InlineData(null, 0, false, "AgreementIsMissing")]
    [InlineData("2027-01-01", 11, true, "PracticeActivated")]
    [InlineData("2027-01-01", 12, false, "AttestationIsMissing")]
    [InlineData("2027-01-01", null, false, "AttestationIsMissing")]
    public void Ingest_NeedsAgreementAndAttestation(string? until, int? monthsAgo, bool mayIngest, string activating)
    {
        var state = In(PracticeStanding.Joining) with
        {
            AgreementUntil = until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture),
            AttestedAt = monthsAgo is { } months ? Now.AddMonths(-months) : null,
        };

        Decide(state, new Activate()).ShouldBe(activating);
        PracticeRules.MayIngest(state with { Standing = PracticeStanding.Active }, Now).ShouldBe(mayIngest);
    }

    [Theory]
    [InlineData(PracticeStanding.None, false)]
    [InlineData(PracticeStanding.Joining, false)]
    [InlineData(PracticeStanding.Active, true)]
    [InlineData(PracticeStanding.Leaving, false)]
    [InlineData(PracticeStanding.Left, false)]
    public void Ingest_IsForActivePracticesOnly(PracticeStanding standing, bool expected) => PracticeRules.MayIngest(In(standing), Now).ShouldBe(expected);

    [Fact]
    public void Keys_AreLimitedToFiftyThatAreValid()
    {
        var full = In(PracticeStanding.Active) with { Keys = [.. Enumerable.Range(0, 50).Select(at => Key($"k{at}"))] };

        Decide(full, Commands["issue"]).ShouldBe(nameof(PracticeRefusal.TooManyKeys));
        Decide(full with { Keys = full.Keys.SetItem(0, Key("k0") with { RevokedAt = Now }) }, Commands["issue"]).ShouldBe("KeyIssued");
    }

    private static string Decide(PracticeState state, PracticeCommand command)
    {
        var result = PracticeRules.Decide(state, command, "operator", Now);
        return result.Refusal?.Code ?? (result.Value.IsEmpty ? "nothing" : string.Join(' ', result.Value.Select(happened => happened.GetType().Name)));
    }

    private static PracticeState In(PracticeStanding standing) => standing is PracticeStanding.None ? PracticeState.None : new PracticeState(
        "North", standing, new DateOnly(2027, 1, 1), Now.AddMonths(-1), true, [standing is PracticeStanding.Leaving or PracticeStanding.Left ? Key("k1") with { RevokedAt = Now } : Key("k1")]);

    private static ApiKey Key(string id) => new(id, "pipeline", KeyScopes.Ingest, Digest, Now, "operator", null);
}
