using Centra.Api.Portal;
using Microsoft.Extensions.Primitives;

namespace Centra.Service.Tests.Portal;

/// <summary>Fields of a form as the document of a command.</summary>
public class FormJsonTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Theory]
    [InlineData("title", "A study", """{"title":"A study"}""")]
    [InlineData("datasets[0].datasetId", "brca", """{"datasets":[{"datasetId":"brca"}]}""")]
    [InlineData("datasets[7].datasetId", "brca", """{"datasets":[{"datasetId":"brca"}]}""")]
    [InlineData("a.b.c", "x", """{"a":{"b":{"c":"x"}}}""")]
    [InlineData("agrees:bool", "on", """{"agrees":true}""")]
    [InlineData("agrees:bool", "no", """{"agrees":false}""")]
    [InlineData("count:whole", "-12", """{"count":-12}""")]
    [InlineData("count:whole", "a dozen", """{"count":"a dozen"}""")]
    [InlineData("lines:lines", "one\r\n\r\n two ", """{"lines":["one","two"]}""")]
    [InlineData("words:words", "one  two", """{"words":["one","two"]}""")]
    [InlineData("document:json", """{"a":[1]}""", """{"document":{"a":[1]}}""")]
    [InlineData("document:json", "{not", """{"document":"{not"}""")]
    [InlineData("at:time", "2026-07-01T12:00", """{"at":"2026-07-01T16:00:00.0000000\u002B00:00"}""")]
    [InlineData("at:time", "2026-12-01T12:00", """{"at":"2026-12-01T17:00:00.0000000\u002B00:00"}""")]
    [InlineData("at:time", "soon", """{"at":"soon"}""")]
    [InlineData("title", "  ", "{}")]
    [InlineData("_back", "/home", "{}")]
    public void Field_IsPutAtItsPlace(string name, string value, string document) => Of((name, value)).ShouldBe(document);

    [Fact]
    public void List_HasEveryValue() =>
        FormJson.Of([new("roles:list", new StringValues(["chair", "", "member"]))], Zone).ToJsonString().ShouldBe("""{"roles":["chair","member"]}""");

    [Fact]
    public void Items_KeepTheirOrder_WithoutGaps() =>
        Of(("team[2].name", "C"), ("team[0].name", "A"), ("team[2].role", "R")).ShouldBe("""{"team":[{"name":"A"},{"name":"C","role":"R"}]}""");

    [Theory]
    [InlineData("a", "a.b")]
    [InlineData("a", "a[0].b")]
    [InlineData("a[0].b", "a.b")]
    [InlineData("a[0].b", "a[0].b.c")]
    public void Place_ThatHoldsTwoThings_IsRefused(string first, string second) => Should.Throw<InvalidDataException>(() => Of((first, "x"), (second, "y")));

    [Theory]
    [InlineData("")]
    [InlineData("a.")]
    [InlineData("a b")]
    [InlineData("a[1000].b")]
    [InlineData("a[-1].b")]
    [InlineData("a[0")]
    [InlineData("$ref")]
    [InlineData("a:what")]
    public void Name_ThatIsNoPlace_IsRefused(string name) => Should.Throw<InvalidDataException>(() => Of((name, "x")));

    private static string Of(params (string Name, string Value)[] fields) =>
        FormJson.Of(fields.Select(field => new KeyValuePair<string, StringValues>(field.Name, field.Value)), Zone).ToJsonString();
}
