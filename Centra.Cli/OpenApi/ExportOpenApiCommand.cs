using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Centra.Cli.Hosting;

namespace Centra.Cli.OpenApi;

/// <summary>centra export-openapi: the description of the HTTP interface of the service that was built.</summary>
internal sealed class ExportOpenApiCommand(Surroundings around)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private readonly Option<string?> _out = new("--out") { HelpName = "FILE", Description = "Where it is written; else to standard output." };

    public static Command Create(Surroundings around) => new ExportOpenApiCommand(around).Build();

    private Command Build()
    {
        var command = new Command("export-openapi", "Write the API description (OpenAPI).") { _out };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        using var folder = new ScratchFolder();
        await using var service = await PrivateService.StartAsync(around, folder.Path, cancel);
        var description = JsonNode.Parse(await service.GetAsync("openapi/v1.json", cancel))!.AsObject();
        // The address is that of a service that is gone by now.
        description.Remove("servers");
        var text = description.ToJsonString(Indented);
        if (parsed.GetValue(_out) is { } path)
            await File.WriteAllTextAsync(path, text + "\n", cancel);
        else
            await around.Out.WriteLineAsync(text);
        return ExitCodes.Done;
    }
}
