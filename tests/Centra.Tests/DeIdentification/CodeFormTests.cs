using Centra.DeIdentification;
using Centra.Tests.Fhir;

namespace Centra.Tests.DeIdentification;

public class CodeFormTests
{
    [Theory]
    [InlineData("http://snomed.info/sct", "254837009", true)]
    [InlineData("http://snomed.info/sct", "254837008", false)]
    [InlineData("http://snomed.info/sct", "999945397", false)]
    [InlineData("http://snomed.info/sct", "Silva", false)]
    [InlineData("http://loinc.org", "718-7", true)]
    [InlineData("http://loinc.org", "LA6576-8", true)]
    [InlineData("http://loinc.org", "718-8", false)]
    [InlineData("http://loinc.org", "555-0100", false)]
    [InlineData("http://www.nlm.nih.gov/research/umls/rxnorm", "583214", true)]
    [InlineData("http://www.nlm.nih.gov/research/umls/rxnorm", "999945397", false)]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "C50.911", true)]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "S99940903", false)]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "Ana", false)]
    [InlineData("http://terminology.hl7.org/CodeSystem/icd-o-3", "8500/3", true)]
    [InlineData("http://hl7.org/fhir/sid/ndc", "0069-3150-83", true)]
    [InlineData("http://hl7.org/fhir/sid/ndc", "6203642117", false)]
    [InlineData("http://hl7.org/fhir/sid/ndc", "16203642117", false)]
    [InlineData("http://cancerstaging.org", "cT1c", true)]
    [InlineData("http://cancerstaging.org", "IIIB", true)]
    [InlineData("http://cancerstaging.org", "Tom", false)]
    [InlineData("http://terminology.hl7.org/CodeSystem/observation-category", "laboratory", true)]
    [InlineData("http://terminology.hl7.org/CodeSystem/observation-category", "smith", false)]
    [InlineData("http://local.example/names", "254837009", false)]
    public void Copy_Code_PassesByTheFormOfItsSystem(string system, string code, bool isKept) =>
        Copies.Of(Sample.Condition("\"code\":{\"coding\":[{\"code\":\"" + code + "\",\"system\":\"" + system + "\"}]}"))
            .Contains(code, StringComparison.Ordinal).ShouldBe(isKept);

    [Theory]
    [InlineData("mg", true)]
    [InlineData("mm[Hg]", true)]
    [InlineData("mL/min/{1.73_m2}", true)]
    [InlineData("10*9/L", true)]
    [InlineData("/[HPF]", true)]
    [InlineData("{score}", true)]
    [InlineData("ng/mL{creat}", true)]
    [InlineData("m2", true)]
    [InlineData("kg/m2", true)]
    [InlineData("meq/L", true)]
    [InlineData("k[IU]/L", true)]
    [InlineData("[in_i]", true)]
    [InlineData("%", true)]
    [InlineData("Ana", false)]
    [InlineData("Mary", false)]
    [InlineData("Smith.J", false)]
    [InlineData("{Mary}", false)]
    [InlineData("mg{Mary}", false)]
    [InlineData("[Mary]", false)]
    [InlineData("66801", false)]
    [InlineData("", false)]
    public void IsUnit_Text_IsUcumOrNot(string text, bool expected) =>
        Ucum.IsUnit(System.Text.Encoding.UTF8.GetBytes(text)).ShouldBe(expected);
}
