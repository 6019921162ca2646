using Centra.Reviews;

namespace Centra.Tests.Reviews;

public class ReviewerRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly ReviewerFacts Known = new(true, true);
    private static readonly ReviewerState Set = new(true, "05dxps055", ["Statistics"], [], null);

    private static readonly Dictionary<string, (ReviewerCommand Command, ReviewerFacts Facts)> Commands = new()
    {
        ["profile"] = (new SetProfile("05dxps055", ["Statistics"]), Known),
        ["independent profile"] = (new SetProfile(null, []), new ReviewerFacts(false, false)),
        ["profile of an unlisted institution"] = (new SetProfile("05dxps055", []), Known with { IsInstitutionListed = false }),
        ["profile with empty expertise"] = (new SetProfile(null, [""]), Known),
        ["profile with much expertise"] = (new SetProfile(null, [.. Enumerable.Repeat("x", 21)]), Known),
        ["co-author"] = (new DeclareRelation(RelationKind.Person, "user-1", "2025"), Known),
        ["no relation"] = (new DeclareRelation(RelationKind.None, "user-1", ""), Known),
        ["relation to nobody"] = (new DeclareRelation(RelationKind.Funder, "", ""), Known),
        ["wrong institution"] = (new DeclareRelation(RelationKind.Institution, "05dxps056", ""), Known),
        ["end of no relation"] = (new EndRelation(RelationKind.Person, "user-9"), Known),
        ["absence"] = (new SetAbsence(Today, Today.AddDays(7), "user-2"), Known),
        ["absence without deputy"] = (new SetAbsence(Today, Today, null), Known with { IsDeputyReviewer = false }),
        ["absence backwards"] = (new SetAbsence(Today.AddDays(1), Today, null), Known),
        ["absence in the past"] = (new SetAbsence(Today.AddDays(-9), Today.AddDays(-1), null), Known),
        ["absence of years"] = (new SetAbsence(Today, Today.AddYears(1).AddDays(1), null), Known),
        ["deputy without role"] = (new SetAbsence(Today, Today, "user-2"), Known with { IsDeputyReviewer = false }),
        ["deputy oneself"] = (new SetAbsence(Today, Today, "user-0"), Known),
        ["no absence"] = (new EndAbsence(), Known),
    };

    // Before a profile, and after.
    [Theory]
    [InlineData("profile", "ProfileSet", "ProfileSet")]
    [InlineData("independent profile", "ProfileSet", "ProfileSet")]
    [InlineData("profile of an unlisted institution", "InstitutionIsNotListed", "InstitutionIsNotListed")]
    [InlineData("profile with empty expertise", "ExpertiseIsWrong", "ExpertiseIsWrong")]
    [InlineData("profile with much expertise", "ExpertiseIsWrong", "ExpertiseIsWrong")]
    [InlineData("co-author", "ReviewerNotFound", "RelationDeclared")]
    [InlineData("no relation", "ReviewerNotFound", "RelationIsWrong")]
    [InlineData("relation to nobody", "ReviewerNotFound", "RelationIsWrong")]
    [InlineData("wrong institution", "ReviewerNotFound", "RorIdIsWrong")]
    [InlineData("end of no relation", "ReviewerNotFound", "RelationNotFound")]
    [InlineData("absence", "ReviewerNotFound", "AbsenceSet")]
    [InlineData("absence without deputy", "ReviewerNotFound", "AbsenceSet")]
    [InlineData("absence backwards", "ReviewerNotFound", "AbsenceIsWrong")]
    [InlineData("absence in the past", "ReviewerNotFound", "AbsenceIsWrong")]
    [InlineData("absence of years", "ReviewerNotFound", "AbsenceIsWrong")]
    [InlineData("deputy without role", "ReviewerNotFound", "DeputyIsNoReviewer")]
    [InlineData("deputy oneself", "ReviewerNotFound", "DeputyIsNoReviewer")]
    [InlineData("no absence", "ReviewerNotFound", "nothing")]
    public void Decide_BeforeAndAfterAProfile_IsAsTheTableSays(string command, string before, string after)
    {
        Said(ReviewerState.None, Commands[command]).ShouldBe(before);
        Said(Set, Commands[command]).ShouldBe(after);
    }

    [Fact]
    public void Relations_AreSeenByKind()
    {
        var state = After(new DeclareRelation(RelationKind.Person, "user-1", ""), new DeclareRelation(RelationKind.Funder, "A fund", ""), new DeclareRelation(RelationKind.Institution, "03yrm5c26", ""));
        var view = new ReviewerView("user-0", null, [], state.Relations, null, null, null);

        view.RelatedUsers.ShouldBe(["user-1"]);
        view.RelatedFunders.ShouldBe(["A fund"]);
        view.RelatedInstitutions.ShouldBe(["03yrm5c26"]);
        After(new DeclareRelation(RelationKind.Person, "user-1", ""), new EndRelation(RelationKind.Person, "user-1")).Relations.ShouldBeEmpty();
    }

    [Fact]
    public void Relation_DeclaredTwice_IsThereOnce() =>
        After(new DeclareRelation(RelationKind.Person, "user-1", ""), new DeclareRelation(RelationKind.Person, "user-1", "again")).Relations.Length.ShouldBe(1);

    [Fact]
    public void Relations_AreLimited()
    {
        var full = Set with { Relations = [.. Enumerable.Range(0, 500).Select(at => new Relation(RelationKind.Funder, $"fund {at}", "", Now))] };

        Said(full, Commands["co-author"]).ShouldBe(nameof(ReviewRefusal.TooManyRelations));
    }

    [Fact]
    public void Absence_IsFromItsFirstDayToItsLast()
    {
        var view = new ReviewerView("user-0", null, [], [], Today, Today.AddDays(2), null);

        new[] { -1, 0, 2, 3 }.Select(days => view.IsAbsent(Today.AddDays(days))).ShouldBe([false, true, true, false]);
    }

    private static string Said(ReviewerState state, (ReviewerCommand Command, ReviewerFacts Facts) sent)
    {
        var result = ReviewerRules.Decide("user-0", state, sent.Command, sent.Facts, Now);
        return result.Refusal?.Code ?? (result.Value.IsEmpty ? "nothing" : string.Join(' ', result.Value.Select(happened => happened.GetType().Name)));
    }

    private static ReviewerState After(params ReviewerCommand[] commands) =>
        commands.Aggregate(Set, (state, command) => ReviewerRules.Decide("user-0", state, command, Known, Now).Value.Aggregate(state, ReviewerRules.Apply));
}
