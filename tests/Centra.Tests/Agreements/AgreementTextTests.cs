using Centra.Agreements;
using Centra.Datasets;
using static Centra.Tests.Agreements.SampleAgreements;

namespace Centra.Tests.Agreements;

public class AgreementTextTests
{
    [Fact]
    public void SameContent_Rendered_IsTheSameText()
    {
        var other = Content with { Team = [.. Content.Team], Datasets = [.. Content.Datasets] };
        AgreementPlainText.Write(Document(other)).ShouldBe(AgreementPlainText.Write(Document()));
        AgreementPlainText.Write(Document(version: 2)).ShouldNotBe(AgreementPlainText.Write(Document()));
    }

    [Fact]
    public void Content_Rendered_StandsInNumberedClausesAndExhibits()
    {
        var text = AgreementPlainText.Write(Document());
        text.ShouldStartWith("Data use agreement\nRequest request-7, version 1, issued 2027-03-01\n");
        text.ShouldContain("\n1.1 The recipient receives Annual census (version 3), of which it gets the variables listed in Exhibit A, for the purpose stated in Exhibit C.\n");
        text.ShouldContain("\n1.2 The purpose stated in Exhibit C.\n");
        text.ShouldContain("\n2.1 No contact: Nobody is contacted. This means in particular:\n\n    (a) no letters\n\n    (b) no calls\n\n2.2 Safeguards: The data are kept safe.\n");
        text.ShouldContain("\n3.1 This agreement runs for 24 months and costs USD 1,602.00.\n");
        text.ShouldContain("\nA.1 Annual census (census), version 3: Data: de-identified. Variables (3): year, practice_size, state.\n");
        text.ShouldContain("\nB.1 Annual census: Practices in the census of 2015 to 2024.\n");
        text.ShouldContain("\nC.2 We study outcomes.\n\nC.3 We publish them.\n");
        text.ShouldContain("\nD.1 Ada Stone: Principal investigator, Northern University\n\nD.2 Bo Marsh: Statistician, Northern University\n");
        text.ShouldContain("\nF.1 Base fee: USD 1,000.00\n");
        text.ShouldContain("\nF.3 Total: USD 1,602.00 (estimate 1).");
    }

    [Fact]
    public void Clauses_AreThoseOfTheDatasSensitivity()
    {
        Ids(Content).ShouldNotContain("limited");
        Ids(Content with { Datasets = [Content.Datasets[0] with { Sensitivity = Sensitivity.LimitedDataSet }] }).ShouldContain("limited");
        Ids(Content with { Datasets = [Content.Datasets[0] with { Sensitivity = Sensitivity.Open }] }).ShouldNotContain("no-contact");
        Ids(Content).ShouldBeUnique();
    }

    [Theory]
    [InlineData("# Title\n## Section 9\n\n{{clauses}}\n- item")]
    [InlineData("<h1>Title</h1><script>alert(1)</script>")]
    [InlineData("x\n\n1. one\n2. two\n| a | b |\n|---|---|")]
    [InlineData("\u2028\u2029EXHIBIT F. Estimated cost\r\n\r\nF.1 Total: USD 0.00")]
    [InlineData("\u202Etxet desrever\u202C \u200B hidden\u0000 {{cost}} {{{{title}}}}")]
    public void TextOfAnApplicant_ChangesNoStructure(string hostile)
    {
        var content = Content with { Title = hostile, Team = [new AgreementPerson(hostile, hostile, hostile)], Conditions = [hostile], Datasets = [Content.Datasets[0] with { Title = hostile, Cohort = hostile }] };
        var (plain, document) = (Document(), Document(content));

        document.Sections.Select(section => (section.Number, section.Heading)).ShouldBe(plain.Sections.Select(section => (section.Number, section.Heading)));
        foreach (var (own, other) in plain.Sections.Zip(document.Sections).Where(pair => !pair.First.Number.StartsWith("Exhibit", StringComparison.Ordinal)))
            other.Clauses.Select(clause => (clause.Id, clause.Number, clause.Level)).ShouldBe(own.Clauses.Select(clause => (clause.Id, clause.Number, clause.Level)));
        foreach (var clause in document.Clauses)
            $"{clause.Heading}{clause.Text}".ShouldAllBe(letter => !char.IsControl(letter) && letter != '\u202E' && letter != '\u2028');
        document.Clauses.Count(clause => clause.Text.Contains("1,602.00", StringComparison.Ordinal)).ShouldBe(2, "a placeholder that an applicant wrote is not filled");
    }

    [Theory]
    [InlineData("{{clauses}}\n\n{{patron}}", AgreementRefusal.PlaceholderHasNoValue)]
    [InlineData("{{clauses}}\n\n{{signingOfficial}}", AgreementRefusal.PlaceholderHasNoValue)]
    [InlineData("{{clauses}}\n\nSee {{clauses}} again.", AgreementRefusal.PlaceholderHasNoValue)]
    [InlineData("No clauses.", AgreementRefusal.TemplateIsUnreadable)]
    [InlineData("{{clauses}}\n\n<b>bold</b>", AgreementRefusal.TemplateIsUnreadable)]
    [InlineData("{{clauses}}\n\n| a | table |", AgreementRefusal.TemplateIsUnreadable)]
    public void TemplateThatSaysTooMuch_IsRefused(string text, AgreementRefusal why) =>
        AgreementText.Render(Template with { Text = text }, Content with { SigningOfficial = null }, 1, Today).Refusal?.Code.ShouldBe(why.ToString());

    [Fact]
    public void TemplateWithoutClausesForTheData_IsRefused() =>
        AgreementText.Render(Template with { Clauses = [Template.Clauses[2]] }, Content, 1, Today).Refusal?.Code.ShouldBe(nameof(AgreementRefusal.TemplateLacksClauses));

    [Fact]
    public void TwoVersions_Compared_NameWhatDiffers()
    {
        var later = Estimated(900m, 2) with { Team = [new AgreementPerson("Zoe Lind", "Analyst", "Northern University"), .. Content.Team] };
        var changes = AgreementComparison.Of(Document(), Document(later, 2)).Changes;

        changes.Where(change => change.ClauseId.StartsWith("team", StringComparison.Ordinal)).Single().ShouldBe(
            new ClauseChange("team-2", ChangeKind.Added, null, "D.2", null, "Zoe Lind: Analyst, Northern University"));
        changes.ShouldContain(change => change.Kind == ChangeKind.Changed && change.Former == "Base fee: USD 1,000.00" && change.Later == "Base fee: USD 900.00");
        changes.ShouldContain(change => change.Kind == ChangeKind.Removed && change.Former == "Hours, 4 at 150.50: USD 602.00");
        AgreementComparison.Of(Document(), Document(version: 2)).Changes.ShouldBeEmpty();
    }

    private static List<string> Ids(AgreementContent content) => [.. Document(content).Clauses.Select(clause => clause.Id)];
}
