using Centra.Matching;

namespace Centra.Tests.Matching;

public class DecisionTests
{
    private static readonly long[] Sizes = [1, 1_000, 500_000, 10_000_000];

    [Fact]
    public void Decide_SamePerson_IsSuppressedInAnyRegister()
    {
        foreach (var size in Sizes)
            Sample.Decide(Sample.WithoutIds, Sample.WithoutIds, size).Outcome.ShouldBe(MatchOutcome.Suppressed);
    }

    [Theory]
    [InlineData("Maria", "Marie")]
    [InlineData("Jon", "Joan")]
    [InlineData("Jayden", "Kayden")]
    [InlineData("Ana Maria", "Ana Luisa")]
    [InlineData("Michael", "Daniel")]
    [InlineData("Xqavia", "Xqavie")]
    [InlineData("", "Daniel")]
    [InlineData("J", "Jon")]
    public void Decide_Twins_AreNeverSuppressedForEachOther(string one, string other)
    {
        foreach (var size in Sizes)
        {
            Sample.Decide(Twin(one), Twin(other), size).Outcome.ShouldNotBe(MatchOutcome.Suppressed);
            Sample.Decide(Twin(other), Twin(one), size).Outcome.ShouldNotBe(MatchOutcome.Suppressed);
        }
    }

    [Fact]
    public void Decide_TwinsNumberedOneAfterTheOther_AreNotSuppressed()
    {
        var (one, other) = (Twin("Maria") with { NationalId = "912-34-5678" }, Twin("Marie") with { NationalId = "912-34-5679" });

        Sample.Decide(one, other).Outcome.ShouldBe(MatchOutcome.Review);
    }

    [Theory]
    [InlineData("1986-10-21")]
    [InlineData("1986-04-09")]
    [InlineData("1976-04-09")]
    [InlineData("1982-05-09")]
    [InlineData(null)]
    public void Decide_FatherAndSonOfOneName_AreNeverSuppressedForEachOther(string? born)
    {
        var son = Sample.WithoutIds with { BirthDate = born is null ? null : Sample.Date(born), Family = "Sampleton Jr" };
        foreach (var size in Sizes)
            Sample.Decide(Sample.WithoutIds, son, size).Outcome.ShouldBeOneOf(MatchOutcome.Review, MatchOutcome.Permitted);
    }

    [Fact]
    public void Decide_Namesakes_ArePermitted()
    {
        var optOut = Sample.WithoutIds with { Given = ["Michael"] };
        var namesake = optOut with { BirthDate = Sample.Date("1971-12-30"), AddressLine = "8 Oak St", PostalCode = "02139", Phone = null };
        foreach (var size in Sizes)
            Sample.Decide(optOut, namesake, size).Outcome.ShouldBe(MatchOutcome.Permitted);
    }

    [Fact]
    public void Decide_Spouse_IsPermitted()
    {
        var spouse = Sample.WithoutIds with { Given = ["Helen"], Sex = AdministrativeSex.Female, BirthDate = Sample.Date("1958-11-02") };
        foreach (var size in Sizes)
            Sample.Decide(Sample.WithoutIds, spouse, size).Outcome.ShouldBe(MatchOutcome.Permitted);
    }

    [Fact]
    public void Decide_PatientIdAlone_IsSuppressed()
    {
        foreach (var size in Sizes)
            Sample.Decide(new PersonIdentity { PatientIds = ["MRN-1"] }, Sample.Person, size).Outcome.ShouldBe(MatchOutcome.Suppressed);
    }

    [Fact]
    public void Decide_PatientIdUsedAgain_IsReviewed()
    {
        var other = new PersonIdentity { Given = ["Helen"], Family = "Other", BirthDate = Sample.Date("1980-01-05"),
            PatientIds = ["MRN-1"] };
        foreach (var size in Sizes)
            Sample.Decide(other, Sample.Person, size).Outcome.ShouldBe(MatchOutcome.Review);
    }

    [Fact]
    public void Decide_NationalIdOfARelative_IsReviewed()
    {
        var child = Sample.Person with { Given = ["Helen"], BirthDate = Sample.Date("1990-01-05"), PatientIds = [] };

        Sample.Decide(Sample.Person, child).Outcome.ShouldBe(MatchOutcome.Review);
    }

    [Fact]
    public void Decide_NationalIdWithSlipAndMarriedNameAndMove_IsSuppressed()
    {
        var again = Sample.Person with { Family = "Newname", NationalId = "921-34-5678", AddressLine = "8 Oak St", PostalCode = "02139",
            PatientIds = [] };

        Sample.Decide(Sample.Person, again, 500_000).Outcome.ShouldBe(MatchOutcome.Suppressed);
    }

    [Fact]
    public void Decide_SameEvidence_WeighsLessTheBiggerTheRegister()
    {
        var weights = Sizes.Skip(1).Select(size => Sample.Decide(Sample.WithoutIds, Sample.WithoutIds, size).Weight).ToList();

        weights.ShouldBe(weights.OrderDescending());
        weights.ShouldBeUnique();
    }

    private static PersonIdentity Twin(string given) => Sample.WithoutIds with { Given = [given] };
}
