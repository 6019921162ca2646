using System.Text.Json;

namespace Centra.Cli.Tests.Usage;

public sealed class ExportOpenApiTests
{
    [Fact]
    public async Task ExportOpenApi_OfTheBuiltService_DescribesItsRoutes()
    {
        using var shell = new Shell("", "");

        var printed = await shell.RunAsync("export-openapi");
        var written = await shell.RunAsync("export-openapi", "--out", shell.Path("api.json"));

        printed.Code.ShouldBe(0, printed.Error);
        printed.Json.GetProperty("paths").TryGetProperty("/api/screen", out _).ShouldBeTrue();
        printed.Json.TryGetProperty("servers", out _).ShouldBeFalse();
        written.Out.ShouldBeEmpty();
        JsonDocument.Parse(File.ReadAllText(shell.Path("api.json"))).RootElement.GetRawText().ShouldBe(printed.Json.GetRawText());
    }
}
