using System.Collections.Immutable;
using Centra.Datasets;

namespace Centra.Tests.Datasets;

public class DatasetRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly DatasetVariable Region = new("region", "Region", "Where.", VariableType.Code, IdentifyingKind.Quasi, true, ["north", "south"]);
    private static readonly DatasetVariable Score = new("score", "Score", "How much.", VariableType.Number, IdentifyingKind.None, false, []);
    private static readonly DatasetVariable Name = new("name", "Name", "Who.", VariableType.Text, IdentifyingKind.Direct, false, []);
    private static readonly DatasetDescription About = new("Survey", "A survey.", "A survey.", "Members.", Sensitivity.Confidential, ["DUO:0000042"], "survey", null, null, null);
    private static readonly ReleaseProfile Profile = new(["region", "score"], ["region"], 11, true);

    private static readonly Dictionary<string, DatasetCommand> Commands = new()
    {
        ["add"] = new AddDataset(About),
        ["describe"] = new DescribeDataset(About),
        ["dictionary"] = new SetDictionary([Region, Score]),
        ["dictionary with names"] = new SetDictionary([Region, Score, Name]),
        ["use"] = new SetUse(DatasetStanding.Requestable, "sharing", "Research.", null),
        ["use without policy"] = new SetUse(DatasetStanding.Requestable, "sharing", null, null),
        ["use without address"] = new SetUse(DatasetStanding.OutsideProcess, null, null, "http://somewhere.example"),
        ["use elsewhere"] = new SetUse(DatasetStanding.OutsideProcess, null, null, "https://somewhere.example/form"),
        ["use retired"] = new SetUse(DatasetStanding.Retired, null, null, null),
        ["profile"] = new SetReleaseProfile(Profile),
        ["profile with k 10"] = new SetReleaseProfile(Profile with { K = 10 }),
        ["profile of nothing"] = new SetReleaseProfile(Profile with { Columns = ["nothing"], QuasiIdentifiers = [] }),
        ["profile that forgets region"] = new SetReleaseProfile(Profile with { QuasiIdentifiers = [] }),
        ["version"] = Version("region", "score"),
        ["version in other order"] = Version("score", "region"),
        ["version that lacks"] = Version("region"),
        ["version with more"] = Version("region", "score", "Ana Silva"),
        ["version with twice"] = Version("region", "score", "score"),
        ["version without note"] = Version("region", "score") with { Note = "" },
        ["retire"] = new RetireDataset("Old."),
        ["retire without reason"] = new RetireDataset(""),
        ["ask"] = new AskQuestion("q1", "May I?"),
        ["ask nothing"] = new AskQuestion("q1", ""),
        ["answer"] = new AnswerQuestion("q0", "Yes."),
        ["answer nothing"] = new AnswerQuestion("q0", ""),
        ["answer another"] = new AnswerQuestion("q9", "Yes."),
        ["interest"] = new RegisterInterest("A study."),
    };

    // What None, Requestable, Coming and Retired make of it.
    [Theory]
    [InlineData("add", "DatasetAdded", "DatasetIsListedAlready", "DatasetIsListedAlready", "DatasetIsListedAlready")]
    [InlineData("describe", "DatasetNotFound", "DatasetDescribed", "DatasetDescribed", "DatasetIsRetired")]
    [InlineData("dictionary", "DatasetNotFound", "DictionarySet", "DictionarySet", "DatasetIsRetired")]
    [InlineData("dictionary with names", "DatasetNotFound", "VariableIdentifiesPeople", "VariableIdentifiesPeople", "DatasetIsRetired")]
    [InlineData("use", "DatasetNotFound", "UseSet", "UseSet", "DatasetIsRetired")]
    [InlineData("use without policy", "DatasetNotFound", "UsePolicyIsMissing", "UsePolicyIsMissing", "DatasetIsRetired")]
    [InlineData("use without address", "DatasetNotFound", "OutsideAddressIsMissing", "OutsideAddressIsMissing", "DatasetIsRetired")]
    [InlineData("use elsewhere", "DatasetNotFound", "UseSet", "UseSet", "DatasetIsRetired")]
    [InlineData("use retired", "DatasetNotFound", "StandingIsWrong", "StandingIsWrong", "DatasetIsRetired")]
    [InlineData("profile", "DatasetNotFound", "ReleaseProfileSet", "ReleaseProfileSet", "DatasetIsRetired")]
    [InlineData("profile with k 10", "DatasetNotFound", "KIsTooSmall", "KIsTooSmall", "DatasetIsRetired")]
    [InlineData("profile of nothing", "DatasetNotFound", "ProfileIsNotOfTheDictionary", "ProfileIsNotOfTheDictionary", "DatasetIsRetired")]
    [InlineData("profile that forgets region", "DatasetNotFound", "ProfileIsNotOfTheDictionary", "ProfileIsNotOfTheDictionary", "DatasetIsRetired")]
    [InlineData("version", "DatasetNotFound", "VersionAdded", "VersionAdded", "DatasetIsRetired")]
    [InlineData("version in other order", "DatasetNotFound", "VersionAdded", "VersionAdded", "DatasetIsRetired")]
    [InlineData("version that lacks", "DatasetNotFound", "ColumnsAreNotOfTheDictionary", "ColumnsAreNotOfTheDictionary", "DatasetIsRetired")]
    [InlineData("version with more", "DatasetNotFound", "ColumnsAreNotOfTheDictionary", "ColumnsAreNotOfTheDictionary", "DatasetIsRetired")]
    [InlineData("version with twice", "DatasetNotFound", "ColumnsAreNotOfTheDictionary", "ColumnsAreNotOfTheDictionary", "DatasetIsRetired")]
    [InlineData("version without note", "DatasetNotFound", "WordsAreMissing", "WordsAreMissing", "DatasetIsRetired")]
    [InlineData("retire", "DatasetNotFound", "DatasetRetired", "DatasetRetired", "DatasetIsRetired")]
    [InlineData("retire without reason", "DatasetNotFound", "WordsAreMissing", "WordsAreMissing", "DatasetIsRetired")]
    [InlineData("ask", "DatasetNotFound", "QuestionAsked", "QuestionAsked", "DatasetIsRetired")]
    [InlineData("ask nothing", "DatasetNotFound", "WordsAreMissing", "WordsAreMissing", "DatasetIsRetired")]
    [InlineData("answer", "DatasetNotFound", "QuestionAnswered", "QuestionAnswered", "QuestionAnswered")]
    [InlineData("answer nothing", "DatasetNotFound", "WordsAreMissing", "WordsAreMissing", "WordsAreMissing")]
    [InlineData("answer another", "DatasetNotFound", "QuestionNotFound", "QuestionNotFound", "QuestionNotFound")]
    [InlineData("interest", "DatasetNotFound", "DatasetIsNotComing", "InterestRegistered", "DatasetIsRetired")]
    public void Decide_EveryCell_IsAsTheTableSays(string command, string none, string requestable, string coming, string retired)
    {
        Said(DatasetState.None, command).ShouldBe(none);
        Said(In(DatasetStanding.Requestable), command).ShouldBe(requestable);
        Said(In(DatasetStanding.Coming), command).ShouldBe(coming);
        Said(In(DatasetStanding.Retired), command).ShouldBe(retired);
    }

    [Fact]
    public void Table_HasEveryCommand() => Commands.Values.Select(command => command.GetType()).Distinct()
        .ShouldBe(typeof(DatasetCommand).Assembly.GetTypes().Where(type => type.BaseType == typeof(DatasetCommand)), ignoreOrder: true);

    [Fact]
    public void Dataset_WithoutCommittee_IsNotRequestable() => Said(In(DatasetStanding.Coming), "use", hasCommittee: false).ShouldBe(nameof(DatasetRefusal.CommitteeIsMissing));

    [Fact]
    public void Columns_ThatAreUnknown_AreNotRepeated()
    {
        var refusal = Decide(In(DatasetStanding.Requestable), Commands["version with more"]).Refusal!;

        refusal.Detail.ShouldBe("The file's columns are not those of the dictionary: missing none; unknown 1.");
    }

    [Fact]
    public void Dictionary_CannotLoseAColumnOfTheCurrentVersion()
    {
        var state = In(DatasetStanding.Requestable);
        var with = state with { Versions = [new DatasetVersion(1, "aa", 1, 1, ["region", "score"], "", Now, "steward")] };

        Decide(with, new SetDictionary([Region])).Refusal!.Code.ShouldBe(nameof(DatasetRefusal.DictionaryLacksColumns));
        Decide(with, Commands["version"] as AddVersion is { } version ? version with { Sha256 = "aa" } : null!).Refusal!.Code.ShouldBe(nameof(DatasetRefusal.VersionIsThereAlready));
    }

    [Fact]
    public void OpenDataset_NamesPeople_AndCannotBecomeConfidentialWithThem()
    {
        var open = In(DatasetStanding.Requestable) with { About = About with { Sensitivity = Sensitivity.Open } };
        var named = open with { Variables = [Region, Score, Name] };

        Said(open, "dictionary with names").ShouldBe("DictionarySet");
        Decide(open, new SetReleaseProfile(Profile with { K = 1 })).Refusal.ShouldBeNull();
        Decide(named, new DescribeDataset(About)).Refusal!.Code.ShouldBe(nameof(DatasetRefusal.VariableIdentifiesPeople));
    }

    [Fact]
    public void Interest_RegisteredTwice_IsKeptOnce()
    {
        var state = In(DatasetStanding.Coming);
        var after = Decide(state, Commands["interest"]).Value.Aggregate(state, DatasetRules.Apply);

        Said(after, "interest").ShouldBe("nothing");
    }

    [Fact]
    public void OpenQuestions_AreLimited() => Said(In(DatasetStanding.Requestable) with { OpenQuestions = [.. Enumerable.Range(0, 200).Select(at => $"q{at}")] }, "ask")
        .ShouldBe(nameof(DatasetRefusal.TooManyOpenQuestions));

    private static AddVersion Version(params string[] columns) => new(new string('a', 64), 100, 10, [.. columns], "First.");

    private static string Said(DatasetState state, string command, bool hasCommittee = true)
    {
        var result = Decide(state, Commands[command], hasCommittee);
        return result.Refusal?.Code ?? (result.Value.IsEmpty ? "nothing" : string.Join(' ', result.Value.Select(happened => happened.GetType().Name)));
    }

    private static Result<ImmutableArray<DatasetEvent>> Decide(DatasetState state, DatasetCommand command, bool hasCommittee = true) =>
        DatasetRules.Decide("survey", state, command, new DatasetFacts(hasCommittee), "ann", Now);

    private static DatasetState In(DatasetStanding standing) => DatasetState.None with { About = About, Standing = standing, Variables = [Region, Score], OpenQuestions = ["q0"] };
}
