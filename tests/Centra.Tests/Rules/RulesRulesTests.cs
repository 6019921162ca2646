using System.Collections.Immutable;
using Centra.Rules;
using Centra.Tests.People;

namespace Centra.Tests.Rules;

public class RulesRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly string Document = RulesDefaults.Of(RulesKinds.Committee);
    private static readonly string Other = Document.Replace("\"quorum\": 3", "\"quorum\": 2");

    [Theory]
    [InlineData("no-such-kind", "RulesNotFound")]
    [InlineData(RulesKinds.Policy, "DocumentIsWrong")]
    [InlineData(RulesKinds.Committee, null)]
    public void Publishing_OfAKind_NeedsItsDocument(string kind, string? code) => (RulesRules.Decide(kind, RulesState.None, Publish(), "chair", Now).Refusal?.Code).ShouldBe(code);

    [Fact]
    public void Publishing_WithoutNote_IsRefused() => Decide(RulesState.None, Publish() with { Note = "" }).ShouldBeRefused(RulesRefusal.NoteIsMissing);

    [Fact]
    public void Publishing_TooMuch_IsRefused() => Decide(RulesState.None, Publish(Document + new string(' ', 256 * 1024))).ShouldBeRefused(RulesRefusal.DocumentIsTooLarge);

    [Fact]
    public void Publishing_IntoThePast_IsRefused() => Decide(RulesState.None, Publish(from: Now.AddSeconds(-1))).ShouldBeRefused(RulesRefusal.VersionStartsInThePast);

    [Fact]
    public void Publishing_OnAnOlderVersion_IsRefused() => Decide(After(Publish()), Publish(Other) with { BasedOn = 0 }).ShouldBeRefused(RulesRefusal.AnotherVersionCameFirst);

    [Fact]
    public void Publishing_TheSameAgain_IsRefused() => Decide(After(Publish()), Publish()).ShouldBeRefused(RulesRefusal.VersionChangesNothing);

    [Fact]
    public void Version_Announced_TakesEffectOnItsDay()
    {
        var state = After(Publish(), Publish(Other, Now.AddDays(10)));

        state.At(Now.AddDays(10).AddTicks(-1))!.Number.ShouldBe(1);
        state.At(Now.AddDays(10))!.Number.ShouldBe(2);
        state.At(Now.AddTicks(-1)).ShouldBeNull();
    }

    [Fact]
    public void Version_Announced_IsTakenBackFromTheSameDay()
    {
        var state = After(Publish(), Publish(Other, Now.AddDays(10)), Publish(Document, Now.AddDays(10)));

        state.At(Now.AddDays(11))!.Number.ShouldBe(3);
        state.Versions.Select(version => version.Json).ShouldBe([Document, Other, Document]);
    }

    [Fact]
    public void Version_BetweenNowAndAnAnnouncedOne_DoesNotOutliveIt() =>
        After(Publish(), Publish(Other, Now.AddDays(10)), Publish(Other, Now.AddDays(1))).At(Now.AddDays(10))!.Number.ShouldBe(2);

    [Fact]
    public void Version_IsKnownByTheSha256OfItsBytes() =>
        After(Publish()).Latest!.Sha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Document))));

    private static PublishRules Publish(string? json = null, DateTimeOffset? from = null) => new(json ?? Document, from, "Because.");

    private static Result<ImmutableArray<RulesEvent>> Decide(RulesState state, RulesCommand command) => RulesRules.Decide(RulesKinds.Committee, state, command, "chair", Now);

    private static RulesState After(params RulesCommand[] commands) => commands.Aggregate(RulesState.None, (state, command) =>
    {
        var decided = Decide(state, command);
        decided.Refusal.ShouldBeNull();
        return decided.Value.Aggregate(state, RulesRules.Apply);
    });
}
