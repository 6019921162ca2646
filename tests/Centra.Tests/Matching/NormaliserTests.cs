using Centra.Matching;

namespace Centra.Tests.Matching;

public class NormaliserTests
{
    [Theory]
    [InlineData("Liane379", "LIANE")]
    [InlineData("José María", "JOSE MARIA")]
    [InlineData("Jean-Pierre", "JEAN PIERRE")]
    [InlineData("D'Andre", "DANDRE")]
    [InlineData("Dr. Ana, MD", "ANA")]
    [InlineData("Zoë", "ZOE")]
    [InlineData("Łukasz", "LUKASZ")]
    [InlineData("Søren", "SOREN")]
    [InlineData("Ægir", "AEGIR")]
    [InlineData("İbrahim", "IBRAHIM")]
    [InlineData("ﬁona", "FIONA")]
    [InlineData("Юрий", "ЮРИИ")]
    [InlineData("Σωκράτης", "ΣΩΚΡΑΤΗΣ")]
    [InlineData("مُحَمَّد", "محمد")]
    [InlineData("小明", "小明")]
    [InlineData("प्रिया", "प्रिया")]
    [InlineData("J", "J")]
    [InlineData("J.R.", "JR")]
    [InlineData("Baby Boy", "")]
    [InlineData("UNKNOWN", "")]
    [InlineData("N/A", "")]
    [InlineData("xxxx", "")]
    [InlineData("\uD800broken", "BROKEN")]
    public void Given_AsWritten_BecomesWords(string written, string words) =>
        string.Join(' ', Normaliser.Normalise(new PersonIdentity { Given = [written] }).Given).ShouldBe(words);

    [Theory]
    [InlineData("O'Brien", "OBRIEN")]
    [InlineData("O Brien", "OBRIEN,BRIEN")]
    [InlineData("Mc Donald", "MCDONALD")]
    [InlineData("García Márquez", "GARCIAMARQUEZ,GARCIA,MARQUEZ")]
    [InlineData("Smith-Jones", "SMITHJONES,SMITH,JONES")]
    [InlineData("de la Cruz", "DELACRUZ,CRUZ")]
    [InlineData("van der Berg", "VANDERBERG,BERG")]
    [InlineData("Großmann", "GROSSMANN")]
    [InlineData("Ng", "NG")]
    [InlineData("O", "O")]
    [InlineData("Smith Jr.", "SMITH")]
    [InlineData("Test", "")]
    public void Family_AsWritten_HasItsForms(string written, string forms)
    {
        var found = FamilyForms.Of(Normaliser.Normalise(new PersonIdentity { Family = written }).Family);

        foreach (var form in forms.Split(',', StringSplitOptions.RemoveEmptyEntries).Take(1))
            found[0].ShouldBe(form);
        found.ShouldBeSubsetOf(forms.Split(','));
    }

    [Theory]
    [InlineData("999-94-5397", "999945397")]
    [InlineData("1804974", "001804974")]
    [InlineData("12 345 678 9", "")]
    [InlineData("000-12-3456", "")]
    [InlineData("666-12-3456", "")]
    [InlineData("912-00-3456", "")]
    [InlineData("912-34-0000", "")]
    [InlineData("999999999", "")]
    [InlineData("999-99-0999", "")]
    [InlineData("899-99-9999", "")]
    [InlineData("XXX-XX-5397", "")]
    [InlineData("5397", "")]
    public void NationalId_AsWritten_IsNineDigitsOrMissing(string written, string id) =>
        Normaliser.Normalise(new PersonIdentity { NationalId = written }).NationalId.ShouldBe(id);

    [Theory]
    [InlineData("02139-4307", "02139")]
    [InlineData("2139", "02139")]
    [InlineData("00000", "")]
    [InlineData("K1A 0B1", "K1A0B1")]
    [InlineData("unknown", "")]
    [InlineData("12", "")]
    public void PostalCode_AsWritten_IsItsCode(string written, string code) =>
        Normaliser.Normalise(new PersonIdentity { PostalCode = written }).PostalCode.ShouldBe(code);

    [Theory]
    [InlineData("+1 (617) 555-0142", "6175550142")]
    [InlineData("617-555-0142 x12", "6175550142")]
    [InlineData("555-0142", "")]
    [InlineData("000-000-0000", "")]
    [InlineData("617-555-5555", "")]
    [InlineData("999-999-9999", "")]
    public void Phone_AsWritten_IsTenDigits(string written, string phone) =>
        Normaliser.Normalise(new PersonIdentity { Phone = written }).Phone.ShouldBe(phone);

    [Theory]
    [InlineData("633 N. Abernathy Street, Apt 4", "633", "ABERNATHY")]
    [InlineData("633 Abernathy St", "633", "ABERNATHY")]
    [InlineData("5th Avenue", "", "5TH")]
    [InlineData("12B O'Hare Rd #7", "12B", "OHARE7")]
    [InlineData("PO Box 77", "", "POBOX77")]
    [InlineData("N 45", "45", "")]
    [InlineData("UNKNOWN", "", "")]
    public void Address_AsWritten_IsNumberAndStreet(string written, string number, string street)
    {
        var normal = Normaliser.Normalise(new PersonIdentity { AddressLine = written });

        (normal.HouseNumber, normal.Street).ShouldBe((number, street));
    }

    [Theory]
    [InlineData("1900-01-01")]
    [InlineData("1799-05-05")]
    [InlineData("9999-12-31")]
    public void BirthDate_Placeholder_IsMissing(string date) =>
        Normaliser.Normalise(new PersonIdentity { BirthDate = Sample.Date(date) }).BirthDate.ShouldBeNull();

    [Fact]
    public void Identity_DefaultArrays_AreMissing() =>
        Normaliser.Normalise(new PersonIdentity { Given = default, FormerFamily = default, PatientIds = default }).Given.ShouldBeEmpty();

    [Fact]
    public void ToString_OfIdentities_SaysNothing()
    {
        Sample.Person.ToString().ShouldBe("PersonIdentity");
        Normaliser.Normalise(Sample.Person).ToString().ShouldBe("NormalIdentity");
        Sample.Hashed(Sample.Person).ToString().ShouldBe("Comparators");
        Sample.Tokens(Sample.Person)[0].ToString().ShouldBe("Token");
    }
}
