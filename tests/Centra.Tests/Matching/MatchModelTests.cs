using Centra.Matching;
using Centra.Synthetic;

namespace Centra.Tests.Matching;

public class MatchModelTests
{
    private static readonly AgreementLevel[] Levels = [.. Enum.GetValues<AgreementLevel>().Skip(1)];

    [Fact]
    public void Decide_WithMoreAgreement_IsNeverMilder()
    {
        var dice = new Dice(12);
        for (var i = 0; i < 200_000; i++)
        {
            var pattern = Any(ref dice);
            var field = (MatchField)dice.Below(AgreementPattern.Fields.Length);
            if (pattern[field] == AgreementLevel.Agree)
                continue;
            var better = pattern.With(field, pattern[field] + 1);
            var size = 1L << dice.Below(24);
            var (less, more) = (FellegiSunter.Decide(pattern, MatchModel.Current, size),
                FellegiSunter.Decide(better, MatchModel.Current, size));

            ((int)more.Outcome).ShouldBeGreaterThanOrEqualTo((int)less.Outcome, $"{pattern} -> {better}");
            more.Weight.ShouldBeGreaterThanOrEqualTo(less.Weight);
        }
    }

    [Fact]
    public void Decide_WithoutIdOrGivenNameOrBirthDate_NeverSuppresses()
    {
        var dice = new Dice(13);
        for (var i = 0; i < 100_000; i++)
        {
            var pattern = Any(ref dice).With(MatchField.PatientId, AgreementLevel.Missing)
                .With(MatchField.NationalId, AgreementLevel.Missing)
                .With(dice.Chance(0.5) ? MatchField.Given : MatchField.BirthDate, dice.Chance(0.5) ? AgreementLevel.Missing
                    : AgreementLevel.Disagree);

            FellegiSunter.Decide(pattern, MatchModel.Current, 1).Outcome.ShouldNotBe(MatchOutcome.Suppressed, pattern.ToString());
        }
    }

    [Theory]
    [InlineData("\"disagree\": -4.0, \"agree\": -5.0")]
    [InlineData("\"agree\": 5.0")]
    [InlineData("\"disagree\": 1.0, \"agree\": 5.0")]
    public void Parse_ModelThatIsNotMonotone_IsRefused(string given) =>
        Should.Throw<InvalidDataException>(() => MatchModel.Parse(Json(given)));

    [Fact]
    public void Parse_ModelWithoutAField_IsRefused() =>
        Should.Throw<InvalidDataException>(() =>
            MatchModel.Parse("""{ "version": 1, "residence": { "least": 0, "most": 1 }, "weights": {} }"""));

    [Fact]
    public void Parse_Model_GivesItsWeights()
    {
        var model = MatchModel.Parse(Json("\"disagree\": -4.0, \"agree\": 5.0"));

        model.WeightOf(MatchField.Given, AgreementLevel.Agree).ShouldBe(5);
        model.WeightOf(MatchField.Given, AgreementLevel.Near).ShouldBe(0);
        model.Version.ShouldBe(7);
    }

    private static string Json(string given)
    {
        var others = AgreementPattern.Fields.Skip(1).Select(field =>
            $"\"{char.ToLowerInvariant(field.ToString()[0])}{field.ToString()[1..]}\": {{ \"disagree\": 0, \"agree\": 1 }}");
        var weights = $$"""{ "given": { {{given}} }, {{string.Join(", ", others)}} }""";
        return $$"""{ "version": 7, "residence": { "least": 0, "most": 1 }, "weights": {{weights}} }""";
    }

    private static AgreementPattern Any(ref Dice dice)
    {
        var levels = new AgreementLevel[AgreementPattern.Fields.Length];
        for (var i = 0; i < levels.Length; i++)
            levels[i] = dice.Pick(Levels);
        return new AgreementPattern(levels);
    }
}
