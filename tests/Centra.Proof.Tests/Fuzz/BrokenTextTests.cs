using Centra.Api.Billing;
using Centra.Attachments;
using Centra.Datasets;
using Centra.Fhir;
using Centra.Gate;
using Centra.Storage;

namespace Centra.Proof.Fuzz;

/// <summary>Text that is none, which fuzzing found to break these: half a surrogate pair is valid JSON, and U+FFFE valid UTF-8.</summary>
public sealed class BrokenTextTests
{
    [Fact]
    public void Patient_WithUFffeInTheName_IsNormalised() =>
        IdentityLine.Read(FuzzTarget.Bytes("{\"family\":\"Quill\uFFFEfeather\",\"addressLine\":\"17 Elm\uFFFE Street\"}")).Demographics!.ToIdentity().ShouldNotBeNull();

    [Fact]
    public void Title_WithUFffe_HasWords() => SearchWords.Of("Regi\uFFFEstry").ShouldBe(["regi", "stry"]);

    [Theory]
    [InlineData(0xFFFE)]
    [InlineData(0xD800)]
    public void FileName_OfBrokenText_IsSafe(int letter) => SafeNames.Of($"a{(char)letter}b.pdf", AttachmentType.Pdf).ShouldBe("a\uFFFDb.pdf");

    [Fact]
    public void WebhookMessage_WithHalfAPair_IsUnreadable() =>
        WebhookMessage.Read(FuzzTarget.Bytes("""{"id":"\ud800","type":"payment.succeeded"}""")).Refusal!.Code.ShouldBe(nameof(WebhookRefusal.MessageIsUnreadable));

    [Fact]
    public void Mapping_WithHalfAPair_IsRefused() =>
        CsvMapping.Parse(FuzzTarget.Bytes("""{"files":[{"file":"\udfff","template":{"resourceType":"Patient"}}]}""")).IsRefused.ShouldBeTrue();

    [Fact]
    public void DatasetDocument_WithHalfAPair_IsRefused() =>
        DatasetDocuments.Read("""{"title":"\ud800"}""", fields => fields.Text("title")).Refusal!.Detail.ShouldContain("no text");
}
