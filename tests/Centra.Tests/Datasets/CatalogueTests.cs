using Centra.Datasets;

namespace Centra.Tests.Datasets;

public class CatalogueTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("meeting-abstracts", DatasetStanding.Requestable, Sensitivity.Open)]
    [InlineData("practice-census", DatasetStanding.Requestable, Sensitivity.Confidential)]
    [InlineData("member-surveys", DatasetStanding.Requestable, Sensitivity.Confidential)]
    [InlineData("qopi", DatasetStanding.Requestable, Sensitivity.DeIdentified)]
    [InlineData("covid-registry", DatasetStanding.Requestable, Sensitivity.DeIdentified)]
    [InlineData("medite", DatasetStanding.Requestable, Sensitivity.Confidential)]
    [InlineData("tapur", DatasetStanding.Coming, Sensitivity.DeIdentified)]
    [InlineData("cancerlinq", DatasetStanding.OutsideProcess, Sensitivity.DeIdentified)]
    [InlineData("de-identified-copies", DatasetStanding.NotRequestable, Sensitivity.DeIdentified)]
    public void Dataset_OfTheFirstCatalogue_StandsAsTheDesignSays(string datasetId, DatasetStanding standing, Sensitivity sensitivity)
    {
        var state = DatasetState.None;
        foreach (var command in Catalogue.First().Single(item => item.DatasetId == datasetId).Commands)
        {
            var decided = DatasetRules.Decide(datasetId, state, command, new DatasetFacts(IsCommitteeFounded: true), "host", Now);
            decided.Refusal.ShouldBeNull();
            state = decided.Value.Aggregate(state, DatasetRules.Apply);
        }
        (state.Standing, state.About!.Sensitivity, state.Versions.Length).ShouldBe((standing, sensitivity, 0));
    }

    [Fact]
    public void Catalogue_HasNine() => Catalogue.First().Length.ShouldBe(9);
}
