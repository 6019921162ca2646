using Centra.Matching;
using static Centra.Matching.AgreementLevel;

namespace Centra.Tests.Matching;

public class ComparisonTests
{
    [Theory]
    [InlineData("Michael", "Michael", Agree)]
    [InlineData("Michael", "Michael Aaron", Agree)]
    [InlineData("Mary Ann", "Maryann", Agree)]
    [InlineData("Michael", "Mihcael", Phonetic)]
    [InlineData("Michael", "Michaell", Similar)]
    [InlineData("Michael", "Mxichael", Near)]
    [InlineData("Maria", "Marie", Similar)]
    [InlineData("Jon", "Joan", Similar)]
    [InlineData("Stephen", "Steven", Similar)]
    [InlineData("Robert James", "James", Similar)]
    [InlineData("M", "Michael", Partial)]
    [InlineData("M. Aaron", "Aaron", Agree)]
    [InlineData("Michael", "Daniel", Disagree)]
    [InlineData("Michael", "", Missing)]
    public void Given_OfTwo_AgreesSoFar(string left, string right, AgreementLevel level) =>
        Both(left, right)[MatchField.Given].ShouldBe(level);

    [Theory]
    [InlineData("Ana Maria", "Ana Luisa", Disagree)]
    [InlineData("Ana M", "Ana Maria", Partial)]
    [InlineData("Ana Maria", "Ana Maria", Agree)]
    [InlineData("Ana", "Ana Maria", Missing)]
    public void Middle_OfTwo_AgreesSoFar(string left, string right, AgreementLevel level) =>
        Both(left, right)[MatchField.Middle].ShouldBe(level);

    [Theory]
    [InlineData("García Márquez", "Garcia", Agree)]
    [InlineData("de la Cruz", "Cruz", Agree)]
    [InlineData("De La Cruz", "Delacruz", Agree)]
    [InlineData("O'Brien", "O Brien", Agree)]
    [InlineData("McDonald", "Mc Donald", Agree)]
    [InlineData("Müller", "Muller", Agree)]
    [InlineData("Smith", "Smyth", Phonetic)]
    [InlineData("Sampleton", "Sanpleton", Phonetic)]
    [InlineData("Sampleton", "Sambleton", Phonetic)]
    [InlineData("Sampleton", "Samfleton", Near)]
    [InlineData("Sampleton", "Garcia", Disagree)]
    public void Family_OfTwo_AgreesSoFar(string left, string right, AgreementLevel level) =>
        Sample.Compare(Sample.Person with { Family = left }, Sample.Person with { Family = right })[MatchField.Family].ShouldBe(level);

    [Fact]
    public void Family_OfFormerName_Agrees() =>
        Sample.Compare(Sample.Person,
            Sample.Person with { Family = "Newname", FormerFamily = ["Sampleton"] })[MatchField.Family].ShouldBe(Agree);

    [Fact]
    public void Names_Exchanged_AreSeen()
    {
        var pattern = Sample.Compare(Sample.Person with { Given = ["Michael"] },
            Sample.Person with { Given = ["Sampelton"], Family = "Michael" });

        (pattern[MatchField.Given], pattern[MatchField.Family]).ShouldBe((Exchanged, Exchanged));
    }

    [Theory]
    [InlineData("1956-04-09", "1956-04-09", Agree)]
    [InlineData("1956-04-09", "1956-09-04", Exchanged)]
    [InlineData("1956-04-09", "1956-04-08", Near)]
    [InlineData("1956-04-19", "1956-04-91", Missing)]
    [InlineData("1956-04-12", "1956-04-21", Near)]
    [InlineData("1956-04-09", "1957-04-09", Near)]
    [InlineData("1956-04-09", "1986-04-09", Disagree)]
    [InlineData("1928-04-09", "1982-04-09", Disagree)]
    [InlineData("1956-04-09", "1956-04", Partial)]
    [InlineData("1956-04-09", "1956", Partial)]
    [InlineData("1956-04-09", "1957", Disagree)]
    [InlineData("1956-04-09", "1956-07-22", Disagree)]
    public void BirthDate_OfTwo_AgreesSoFar(string left, string right, AgreementLevel level) =>
        Sample.Compare(Sample.Person with { BirthDate = Sample.Date(left) }, Sample.Person with { BirthDate = Sample.Date(right) })
            [MatchField.BirthDate].ShouldBe(level);

    [Theory]
    [InlineData("912-34-5678", "912-34-5678", Agree)]
    [InlineData("912-34-5678", "912-43-5678", Near)]
    [InlineData("912-34-5678", "912-34-5679", Similar)]
    [InlineData("912-34-5678", "912-88-5679", Disagree)]
    [InlineData("912-34-5678", "XXX-XX-5678", Missing)]
    public void NationalId_OfTwo_AgreesSoFar(string left, string right, AgreementLevel level) =>
        Sample.Compare(Sample.Person with { NationalId = left },
            Sample.Person with { NationalId = right })[MatchField.NationalId].ShouldBe(level);

    [Theory]
    [InlineData("633 Abernathy Landing", "633 Abernathy Lnding", Near)]
    [InlineData("633 Abernathy Landing", "12 Abernathy Landing", Partial)]
    [InlineData("633 Abernathy Landing", "Abernathy Landing", Partial)]
    [InlineData("633 Abernathy Landing", "633 Oak Street", Disagree)]
    public void Address_OfTwo_AgreesSoFar(string left, string right, AgreementLevel level) =>
        Sample.Compare(Sample.Person with { AddressLine = left },
            Sample.Person with { AddressLine = right })[MatchField.Address].ShouldBe(level);

    [Fact]
    public void PatientId_OfOtherPractice_SaysNothing()
    {
        Comparison.Of(Sample.Hashed(Sample.Person), Sample.Hashed(Sample.Person, "practice-2"))[MatchField.PatientId].ShouldBe(Missing);
        Sample.Compare(Sample.Person, Sample.Person with { PatientIds = ["MRN-2"] })[MatchField.PatientId].ShouldBe(Disagree);
    }

    [Fact]
    public void Pattern_AsText_IsStable() =>
        Sample.Compare(Sample.Person, Sample.WithoutIds with { BirthDate = Sample.Date("1956-09-04"), Phone = null }).ToString()
            .ShouldBe("given=agree middle=agree family=agree birthDate=exchanged sex=agree postalCode=agree address=agree");

    private static AgreementPattern Both(string left, string right) =>
        Sample.Compare(Sample.Person with { Given = [left] }, Sample.Person with { Given = [right] });
}
