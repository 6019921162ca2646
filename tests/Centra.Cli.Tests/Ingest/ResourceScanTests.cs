using System.Text;
using Centra.Cli.Ingest;
using Centra.Cli.Input;

namespace Centra.Cli.Tests.Ingest;

public sealed class ResourceScanTests
{
    [Theory]
    [InlineData("""{"resourceType":"Patient"}""", "People")]
    [InlineData("""{"id":"x","meta":{"resourceType":"Condition"},"resourceType":"Location"}""", "People")]
    [InlineData("""{"contained":[{"resourceType":"Patient"}],"resourceType":"Condition"}""", "Rest")]
    [InlineData("""  {"resourceType":"Bundle"}""", "Deletion")]
    [InlineData("""{"resourceType":7}""", "Rest")]
    [InlineData("""{"id":"no type"}""", "Rest")]
    [InlineData("""{"resourceType":"Patient" and broken""", "People")]
    [InlineData("""{"id":broken,"resourceType":"Patient"}""", "Rest")]
    [InlineData("""["resourceType","Patient"]""", "Rest")]
    [InlineData("", "Rest")]
    public void Scan_OfALine_GoesByTheTypeAtItsTop(string line, string group) => ResourceScan.Of(Encoding.UTF8.GetBytes(line)).ShouldBe(Enum.Parse<LineGroup>(group));
}
