using Centra.Fhir;
using Centra.Ingest;

namespace Centra.Tests.Fhir;

public class DeletionTests
{
    [Fact]
    public void Read_BundleOfDeletes_ListsThem()
    {
        var resource = Sample.Resource("""
            {"resourceType":"Bundle","id":"b","type":"transaction","entry":[{"request":{"method":"DELETE","url":"Patient/1"}},
            {"request":{"method":"DELETE","url":"Group/g"}},{"fullUrl":"urn:uuid:5","request":{"url":"https://x.example/Condition/c-2","method":"DELETE"}}]}
            """);

        resource.Kind.ShouldBe(FhirKind.Deletion);
        resource.Deleted.ShouldBe([new ResourceKey("Patient", "1"), new ResourceKey("Condition", "c-2")]);
        resource.Deleted[0].ToString().ShouldBe("Patient");
    }

    [Theory]
    [InlineData("""{"resourceType":"Bundle","entry":[{"request":{"method":"DELETE","url":"Patient/1"}}]}""")]
    [InlineData("""{"resourceType":"Bundle","type":"collection","entry":[{"request":{"method":"DELETE","url":"Patient/1"}}]}""")]
    [InlineData("""{"resourceType":"Bundle","type":"batch","entry":[{"request":{"method":"POST","url":"Patient/1"}}]}""")]
    [InlineData("""{"resourceType":"Bundle","type":"batch","entry":[{"request":{"method":"DELETE","url":"Patient?name=x"}}]}""")]
    [InlineData("""{"resourceType":"Bundle","type":"batch","entry":[{"resource":{"resourceType":"Patient"},"request":{"method":"DELETE","url":"Patient/1"}}]}""")]
    [InlineData("""{"resourceType":"Bundle","type":"batch","entry":[{}]}""")]
    [InlineData("""{"resourceType":"Bundle","type":"batch","entry":{}}""")]
    public void Read_BundleOfAnythingElse_IsNotADeletion(string line) => Sample.CodeOf(line).ShouldBe(LineCode.NotADeletion);
}
