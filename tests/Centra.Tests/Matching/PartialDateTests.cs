using Centra.Matching;

namespace Centra.Tests.Matching;

public class PartialDateTests
{
    [Theory]
    [InlineData("1956", "1956")]
    [InlineData("1956-04", "1956-04")]
    [InlineData("1956-04-09", "1956-04-09")]
    [InlineData(" 19560409 ", "1956-04-09")]
    [InlineData("2024-02-29", "2024-02-29")]
    public void TryParse_Date_GivesItsParts(string text, string iso)
    {
        PartialDate.TryParse(text, out var date).ShouldBeTrue();

        date.ToIso().ShouldBe(iso);
    }

    [Theory]
    [InlineData("1956-02-31")]
    [InlineData("19550229")]
    [InlineData("1956-13")]
    [InlineData("1956-4-9")]
    [InlineData("0000-01-01")]
    [InlineData("09/04/1956")]
    [InlineData("+956-04-09")]
    [InlineData("")]
    public void TryParse_NoDate_Fails(string text) => PartialDate.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void ToString_Always_SaysNothing() => Sample.Date("1956-04-09").ToString().ShouldBe("PartialDate");
}
