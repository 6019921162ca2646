using Centra.Requests;

namespace Centra.Tests.Requests;

public class DraftAndSubmitTests
{
    [Theory]
    [InlineData("elsewhere", "DatasetHasItsOwnProcess")]
    [InlineData("coming", "DatasetIsComing")]
    [InlineData("retired", "DatasetIsRetired")]
    [InlineData("listed", "DatasetCannotBeRequested")]
    [InlineData("nothing", "DatasetNotFound")]
    [InlineData("other-committee", "DatasetsHaveDifferentCommittees")]
    [InlineData("survey", "taken")]
    public void Dataset_IsAskedForWhereItCanBe(string dataset, string code) => Stages.Draft.By("pi", new AddDataset(dataset, ["score"], "", null, null)).Code.ShouldBe(code);

    [Fact]
    public void Dataset_WithUnknownVariableOrYearsBackwards_IsRefused()
    {
        Stages.Draft.By("pi", new AddDataset("survey", ["name"], "", null, null)).Code.ShouldBe(nameof(DataRequestRefusal.VariableIsUnknown));
        Stages.Draft.By("pi", new AddDataset("survey", ["score"], "", 2020, 2019)).Code.ShouldBe(nameof(DataRequestRefusal.YearsAreWrong));
    }

    [Fact]
    public void Section_SavedOverAnothersChange_IsRefused()
    {
        var saved = Stages.Draft.By("pi", new EditSection("design", "A cohort.", 0));

        saved.By("delegate", new EditSection("design", "A trial.", 0)).Code.ShouldBe(nameof(DataRequestRefusal.SectionWasChangedMeanwhile));
        saved.By("delegate", new EditSection("design", "A trial.", 1)).State.Application.Sections["design"].ShouldBe(new Section("A trial.", 2));
        saved.By("pi", new EditSection("colour", "Red.", 0)).Code.ShouldBe(nameof(DataRequestRefusal.SectionIsUnknown));
    }

    [Fact]
    public void Section_AfterSubmission_IsChangedOnlyWhereAskedAbout()
    {
        var asked = Stages.Submitted.By("manager", new AskQuestion("q1", "Which design?", ["design"]));

        Stages.Submitted.By("pi", new EditSection("design", "A trial.", 0)).Code.ShouldBe(nameof(DataRequestRefusal.SectionIsNotAskedAbout));
        asked.By("pi", new EditSection("question", "Why?", 0)).Code.ShouldBe(nameof(DataRequestRefusal.SectionIsNotAskedAbout));
        asked.By("pi", new EditSection("design", "A trial.", 0)).Code.ShouldBe("taken");
    }

    [Fact]
    public void Document_AfterSubmission_IsAddedAndNeverReplaced()
    {
        var asked = Stages.Submitted.By("manager", new AskQuestion("q1", "Your approval?", []));

        asked.By("pi", new Attach(Stages.Document("approval"))).Code.ShouldBe("taken");
        asked.By("pi", new Attach(Stages.Document("form"))).Code.ShouldBe(nameof(DataRequestRefusal.SectionIsNotAskedAbout));
    }

    [Fact]
    public void Submit_PinsRulesAndDatasets()
    {
        Stages.Submitted.State.Pinned.ShouldBe(Cast.Rules.Versions);
        Stages.Submitted.State.Application.Datasets.ShouldAllBe(dataset => dataset.Version == 1 && dataset.Sensitivity == "Confidential");
    }

    [Fact]
    public void Submit_OfAnUnfinishedDraft_SaysWhatIsMissingAsTheViewDoes()
    {
        var bare = Story.Begin.By("pi", new CreateDraft("A study", Cast.Home, "Ada Pine"));
        var unfinished = Stages.Draft.By("pi", new Detach("form"));

        bare.By("pi", new Submit()).Code.ShouldBe(nameof(DataRequestRefusal.DatasetIsMissing));
        unfinished.By("pi", new Submit()).Code.ShouldBe(nameof(DataRequestRefusal.SectionIsMissing));
        unfinished.Seen("pi").Missing.ShouldContain(unfinished.By("pi", new Submit()).Refusal!.Detail);
        (Stages.Draft with { Rules = null }).By("pi", new Submit()).Code.ShouldBe(nameof(DataRequestRefusal.FactsAreMissing));
    }

    [Fact]
    public void Choice_NotAmongThoseOfItsField_IsWarnedOfAndRefusedAtSubmit()
    {
        var wrong = Stages.Draft.By("pi", new EditSection("purpose", "Marketing", 0));
        var refused = wrong.By("pi", new Submit());

        wrong.Code.ShouldBe("taken");
        refused.Code.ShouldBe(nameof(DataRequestRefusal.ChoiceIsUnknown));
        refused.Refusal!.Detail.ShouldStartWith("The project, Kind of purpose (purpose): choose one of Research,");
        wrong.Seen("pi").Missing.ShouldContain(refused.Refusal.Detail);
        wrong.By("pi", new EditSection("purpose", "Research", 1)).By("pi", new Submit()).Code.ShouldBe("taken");
    }

    [Fact]
    public void Team_KeepsItsPrincipalInvestigator()
    {
        Stages.Draft.By("delegate", new RemoveTeamMember("pi")).Code.ShouldBe(nameof(DataRequestRefusal.PrincipalInvestigatorIsNeeded));
        Stages.Draft.By("pi", new AddTeamMember("member", "Cy", Cast.Home, TeamPart.Member)).Code.ShouldBe(nameof(DataRequestRefusal.MemberIsOnTheTeamAlready));
        Stages.Draft.By("pi", new AddTeamMember("new", "Di", Cast.Home, TeamPart.PrincipalInvestigator)).Code.ShouldBe(nameof(DataRequestRefusal.PartIsWrong));
        Stages.Draft.By("pi", new ChangePrincipalInvestigator("member")).By("member", new RemoveTeamMember("pi")).State.Application.PrincipalInvestigator!.UserId.ShouldBe("member");
        Stages.Draft.By("pi", new RemoveTeamMember("nobody")).Code.ShouldBe(nameof(DataRequestRefusal.MemberNotFound));
    }

    [Fact]
    public void Lists_LeftOut_AreRefusedAsEmpty()
    {
        Stages.Submitted.By("manager", WholeCommands.Of(new RecordAvailability(default))).Code.ShouldBe(nameof(DataRequestRefusal.DatasetsDoNotMatch));
        Stages.Available.By("manager", WholeCommands.Of(new RecordPolicyCheck(true, default, ""))).Code.ShouldBe(nameof(DataRequestRefusal.ChecklistDoesNotMatch));
        Stages.InCommittee.By("manager", WholeCommands.Of(new AssignReviewers(default))).Code.ShouldBe(nameof(DataRequestRefusal.ReviewersAreWrong));
        Stages.Assigned.By("r1", WholeCommands.Of(new Evaluate(default, default))).Code.ShouldBe(nameof(DataRequestRefusal.RecommendationsDoNotMatch));
        Stages.Closed.By("chair", WholeCommands.Of(new Decide([null!], "x"))).Code.ShouldBe(nameof(DataRequestRefusal.DatasetsDoNotMatch));
    }
}
