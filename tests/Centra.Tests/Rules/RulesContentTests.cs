using Centra.Datasets;
using Centra.Rules;

namespace Centra.Tests.Rules;

public class RulesContentTests
{
    public static TheoryData<string> Kinds => [.. RulesKinds.All];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Default_OfEveryKind_Reads(string kind) => RulesReader.WhatIsWrong(kind, RulesDefaults.Of(kind)).ShouldBeNull();

    [Fact]
    public void Defaults_SayWhatTheDesignSays()
    {
        var committee = Read<CommitteeRules>();
        (committee.Quorum, committee.SealedBallots, committee.ReconsiderDays, committee.Tie).ShouldBe((3, true, 30, TieRule.NotApproved));
        Read<CriteriaRules>().Criteria.Select(criterion => criterion.Key).ShouldBe(["scientific-merit", "team-qualifications", "concordance"]);
        Read<CalendarRules>().Zone.ShouldBe("America/New_York");
        Read<ServiceLevels>().EndNoticeDays.ShouldBe([90, 60, 30, 7]);
        Read<FormRules>().Sections.Select(section => section.Key).ShouldContain("collaboration");
        Read<FormRules>().MayUploadFilledForm.ShouldBeTrue();
    }

    [Fact]
    public void Prices_CoverEveryLineOfTheFirstCatalogue()
    {
        var book = Read<PriceBook>();
        foreach (var line in Catalogue.First().SelectMany(item => item.Commands).OfType<AddDataset>().Select(add => add.About.PriceLine))
            book.Categories.ShouldAllBe(category => book.BaseFee(line, category.Key) != null && book.HourlyRate(category.Key) > 0);
        book.BaseFee("none-such", "academic").ShouldBeNull();
    }

    [Theory]
    [InlineData(Sensitivity.Open, "limited-data-set", false)]
    [InlineData(Sensitivity.LimitedDataSet, "limited-data-set", true)]
    [InlineData(Sensitivity.DeIdentified, "no-identification", true)]
    [InlineData(Sensitivity.Open, "no-identification", false)]
    public void Clauses_GoBySensitivity(Sensitivity sensitivity, string clause, bool expected) =>
        Read<AgreementTemplate>().ClausesFor([sensitivity]).Any(one => one.Key == clause).ShouldBe(expected);

    // Kind, what is replaced in its default, by what, and what the refusal has to name.
    [Theory]
    [InlineData(RulesKinds.Committee, "\"quorum\": 3", "\"quorum\": 0", "quorum needs a whole number from 1 to 25")]
    [InlineData(RulesKinds.Committee, "\"quorum\": 3", "\"quorum\": 5", "reviewers needs to be the quorum or more")]
    [InlineData(RulesKinds.Committee, "\"quorum\": 3,", "", "quorum needs")]
    [InlineData(RulesKinds.Committee, "\"quorum\": 3", "\"quorum\": 3, \"quorum\": 4", "names given twice")]
    [InlineData(RulesKinds.Committee, "\"ballotDays\"", "\"balotDays\"", "balotDays is not known here")]
    [InlineData(RulesKinds.Committee, "\"notApproved\"", "\"1\"", "tie needs one of notApproved, approved")]
    [InlineData(RulesKinds.Committee, "true", "\"yes\"", "sealedBallots needs true or false")]
    [InlineData(RulesKinds.Criteria, "\"concordance\"", "\"scientific-merit\"", "criteria has \"scientific-merit\" twice")]
    [InlineData(RulesKinds.Policy, "\"key\": \"ethics\"", "\"key\": \"Ethics!\"", "checklist[4].key needs a key")]
    [InlineData(RulesKinds.Prices, "\"USD\"", "\"usd\"", "currency needs three capital letters")]
    [InlineData(RulesKinds.Prices, "75.00", "75.005", "categories[0].hourlyRate needs an amount")]
    [InlineData(RulesKinds.Prices, "{ \"category\": \"academic\", \"amount\": 100.00 }, ", "", "lines has to give \"open-data\" one fee for each category")]
    [InlineData(RulesKinds.AgreementTemplate, "\"{{clauses}}\"", "\"\"", "text has to say where the clauses go")]
    [InlineData(RulesKinds.AgreementTemplate, "{{purpose}}", "{{porpoise}}", "text has the placeholder {{porpoise}}, which is not known")]
    [InlineData(RulesKinds.AgreementTemplate, "{{purpose}}", "{{pur pose}}", "text has double braces that are no placeholder")]
    [InlineData(RulesKinds.Form, "\"kind\": \"text\", \"required\": true, \"maxLength\": 200", "\"kind\": \"text\"", "sections[0].fields[0].maxLength is needed for words")]
    [InlineData(RulesKinds.Calendar, "America/New_York", "America/Nowhere", "zone needs the IANA name")]
    [InlineData(RulesKinds.Calendar, "2026-01-01", "2026-13-01", "holidays[0].day needs a day as yyyy-MM-dd")]
    [InlineData(RulesKinds.ServiceLevels, "\"contracting\"", "\"fulfilment\"", "stages has no Contracting")]
    [InlineData(RulesKinds.Messages, "{{title}}", "{{patient}}", "has the placeholder {{patient}}")]
    public void Document_WithAFault_IsRefusedByField(string kind, string part, string instead, string named)
    {
        var document = RulesDefaults.Of(kind);
        document.ShouldContain(part);

        var refusal = RulesReader.WhatIsWrong(kind, document.Replace(part, instead)).ShouldNotBeNull();

        refusal.Code.ShouldBe(nameof(RulesRefusal.DocumentIsWrong));
        refusal.Detail.ShouldContain(named);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("{\"criteria\": 3}")]
    [InlineData("{\"criteria\": [1, null, []]}")]
    public void Document_OfAnotherShape_IsRefused(string json) => RulesReader.WhatIsWrong(RulesKinds.Criteria, json)!.Code.ShouldBe(nameof(RulesRefusal.DocumentIsWrong));

    [Fact]
    public void Version_OfAnotherKind_IsNotRead() => Should.Throw<InvalidDataException>(() => RulesReader.Read<PriceBook>(Version(RulesKinds.Committee)));

    private static T Read<T>()
        where T : class, IRulesContent<T> => RulesReader.Read<T>(Version(T.Kind));

    private static RulesVersion Version(string kind) => new(kind, 1, RulesDefaults.Of(kind), "", default);
}
