using System.CommandLine;
using Centra.Cli.Input;
using Centra.Cli.Server;
using Centra.Cli.Terminal;

namespace Centra.Cli.Screen;

/// <summary>centra screen PATH --out FILE: keeps the lines of people who did not opt out, storing nothing on the service.</summary>
internal sealed class ScreenCommand(Surroundings around)
{
    private readonly Argument<string> _path =
        PathArgument.Create("PATH", "A file of identities or FHIR Patients: *.ndjson or *.csv, either also with .gz.");
    private readonly ServerOptions _server = new();
    private readonly Option<string> _out = new("--out")
    {
        HelpName = "FILE",
        Required = true,
        Description = "Where permitted lines go, as they are; numbers and codes of all others go to FILE.held.",
    };
    private readonly Option<bool> _json = JsonOption.Create();

    public static Command Create(Surroundings around) => new ScreenCommand(around).Build();

    private Command Build()
    {
        var command = new Command("screen", "Ask which people opted out, and keep the others' lines.") { _path, _out, _json };
        _server.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var file = InputFiles.Single(parsed.GetRequiredValue(_path));
        file.CheckBeginning();
        using var server = _server.Connect(parsed, around);
        await using var output = ScreenOutput.Open(parsed.GetRequiredValue(_out), file);
        var counts = await Progress.RunAsync(around, progress =>
        {
            server.Say = progress.Say;
            progress.Begin($"Screening {file.Name}", file.Length);
            return new ScreenRun(file, server, output, progress).RunAsync(cancel);
        });
        await output.FinishAsync();
        counts.Write(parsed.GetValue(_json) ? around.Error : around.Out);
        if (parsed.GetValue(_json))
            counts.WriteJson(around.Out);
        return counts.Rejected == 0 ? ExitCodes.Done : ExitCodes.SomeRejected;
    }
}
