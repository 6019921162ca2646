using System.Text;
using Centra.Fhir;
using Centra.Ingest;

namespace Centra.Tests.Fhir;

public class FhirLineFormTests
{
    [Theory]
    [InlineData("", LineCode.NotJson)]
    [InlineData("{", LineCode.NotJson)]
    [InlineData("nonsense", LineCode.NotJson)]
    [InlineData("""{"resourceType":"Condition",}""", LineCode.NotJson)]
    [InlineData("""{"resourceType":"Patient","id":"1"} x""", LineCode.NotJson)]
    [InlineData("""{"resourceType":"Patient","id":"1"}{"resourceType":"Patient","id":"1"}""", LineCode.NotJson)]
    [InlineData("[]", LineCode.NotAnObject)]
    [InlineData("5", LineCode.NotAnObject)]
    [InlineData("{}", LineCode.NotAResource)]
    [InlineData("""{"resourceType":7}""", LineCode.NotAResource)]
    [InlineData("""{"resourceType":"ValueSet","id":"1"}""", LineCode.UnknownResourceType)]
    [InlineData("""{"resourceType":"Group","id":"1"}""", LineCode.UnknownResourceType)]
    [InlineData("""{"resourceType":"patient","id":"1"}""", LineCode.UnknownResourceType)]
    [InlineData("""{"resourceType":"Patient"}""", LineCode.NoId)]
    [InlineData("""{"resourceType":"Patient","id":""}""", LineCode.BadId)]
    [InlineData("""{"resourceType":"Patient","id":5}""", LineCode.BadId)]
    [InlineData("""{"resourceType":"Patient","id":null}""", LineCode.BadId)]
    [InlineData("""{"resourceType":"Patient","id":"a b"}""", LineCode.BadId)]
    [InlineData("""{"resourceType":"Patient","id":"1","id":"2"}""", LineCode.DuplicateKey)]
    [InlineData("""{"resourceType":"Patient","id":"1","a":{"b":[{"longer-than-eight":1,"longer-than-eight":2}]}}""", LineCode.DuplicateKey)]
    [InlineData("""{"resourceType":"Patient","i\u0064":"1"}""", LineCode.EscapedName)]
    [InlineData("""{"resourceType":"Patient","id":"1","x":"\ud800"}""", LineCode.NotUtf8)]
    [InlineData("""{"resourceType":"Patient","id":"1","x":"\ud83d\ude00 \\u12"}""", LineCode.None)]
    [InlineData("""{"id":"1","resourceType":"Patient","meta":{"lastUpdated":"yesterday"}}""", LineCode.BadDate)]
    [InlineData("""{"id":"1","resourceType":"Patient","meta":{"lastUpdated":"2024-02-29T23:59:59"}}""", LineCode.BadDate)]
    [InlineData("""{"id":"1","resourceType":"Patient","meta":{"lastUpdated":"2024-02-29"}}""", LineCode.BadDate)]
    [InlineData("""{"id":"1","resourceType":"Patient","meta":{"lastUpdated":"2024-02-29T23:59:59Z"}}""", LineCode.None)]
    [InlineData("""{"resourceType":"Patient","id":"1","multipleBirthInteger":123456789012345678901234567890.5e4000}""", LineCode.None)]
    [InlineData("""{"resourceType":"Organization","id":"1","a":{"x":1},"b":{"x":1},"c":[{"x":1},{"x":1}]}""", LineCode.None)]
    public void Read_Line_HasCode(string line, LineCode expected) => Sample.CodeOf(line).ShouldBe(expected);

    [Theory]
    [InlineData(63, LineCode.None)]
    [InlineData(64, LineCode.TooDeep)]
    [InlineData(2000, LineCode.TooDeep)]
    public void Read_Nesting_IsBounded(int arrays, LineCode expected) =>
        Sample.CodeOf(Sample.Patient($"\"x\":{new string('[', arrays)}{new string(']', arrays)}")).ShouldBe(expected);

    [Theory]
    [InlineData(512, LineCode.None)]
    [InlineData(513, LineCode.TooManyMembers)]
    public void Read_Members_AreBounded(int members, LineCode expected) =>
        Sample.CodeOf(Sample.Patient("\"x\":{" + string.Join(',', Enumerable.Range(0, members).Select(i => $"\"m{i}\":0")) + "}"))
            .ShouldBe(expected);

    [Fact]
    public void Read_BytesThatAreNoUtf8_IsNotUtf8()
    {
        var line = Encoding.Latin1.GetBytes(Sample.Patient("\"name\":[{\"family\":\"Müller\"}]"));

        FhirLine.Read(line).Code.ShouldBe(LineCode.NotUtf8);
    }

    [Fact]
    public void Read_LineOverTheLimit_IsTooLong() =>
        FhirLine.Read(new byte[BatchLimits.LongestLine + 1]).Code.ShouldBe(LineCode.LineTooLong);

    [Fact]
    public void Read_IdWithEscapes_IsUnescaped() =>
        Sample.Resource("""{"resourceType":"Organization","id":"\u0061-1"}""").Id.ShouldBe("a-1");

    [Fact]
    public void Read_LastUpdated_KeepsTheMoment() =>
        Sample.Resource(Sample.Patient("\"meta\":{\"lastUpdated\":\"2024-02-29T23:59:59.123-05:00\"}")).LastUpdated
            .ShouldBe(new DateTimeOffset(2024, 2, 29, 23, 59, 59, 123, TimeSpan.FromHours(-5)));

    [Fact]
    public void ToString_ReadLine_PrintsNoContent()
    {
        var line = Sample.Read(Sample.Patient("\"name\":[{\"family\":\"Silva\"}]"));

        line.ToString().ShouldNotContain("Silva");
        line.Resource!.Demographics!.ToString().ShouldBe("PatientDemographics");
        IdentityLine.Read("""{"family":"Silva"}"""u8.ToArray()).ToString().ShouldNotContain("Silva");
    }
}
