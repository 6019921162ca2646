using System.CommandLine;
using Centra.Cli.Input;
using Centra.Cli.Server;
using Centra.Cli.Terminal;

namespace Centra.Cli.OptOut;

/// <summary>centra opt-out PATH: shows what a file of opt-outs would do, then enters it.</summary>
internal sealed class OptOutCommand(Surroundings around)
{
    private readonly Argument<string> _path = PathArgument.Create("PATH", "A file of identities: *.ndjson or *.csv, either also with .gz.");
    private readonly ServerOptions _server = new();
    private readonly Option<int?> _confirm =
        NumberOption.Create("--confirm-count", 0, int.MaxValue, "The number of people that the preview shows; needed for many.");
    private readonly Option<bool> _json = JsonOption.Create();

    public static Command Create(Surroundings around) => new OptOutCommand(around).Build();

    private Command Build()
    {
        var command = new Command("opt-out", "Opt out the people of a file, after a preview.") { _path, _confirm, _json };
        _server.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var input = InputFiles.Single(parsed.GetRequiredValue(_path));
        input.CheckBeginning();
        using var server = _server.Connect(parsed, around);
        var file = await OptOutFile.ReadAsync(input, cancel);
        var preview = await file.PreviewAsync(server, cancel);
        var report = new OptOutReport(parsed.GetValue(_json) ? around.Error : around.Out, file.Name);
        report.Show(preview);
        var confirmed = parsed.GetValue(_confirm);
        Confirm(preview, confirmed);
        var entered = await file.EnterAsync(server, confirmed, cancel);
        report.Show(entered);
        if (parsed.GetValue(_json))
            OptOutReport.WriteJson(around.Out, preview, entered);
        return entered.Any(line => line.Code is not null) ? ExitCodes.SomeRejected : ExitCodes.Done;
    }

    private static void Confirm(OptOutPreview preview, int? confirmed)
    {
        if (confirmed is null && preview.ConfirmationNeeded)
            throw new CommandFailedException($"Nothing was entered: so many people are opted out only with --confirm-count {preview.Valid}.");
        if (confirmed is { } count && count != preview.Valid)
            throw new CommandFailedException($"Nothing was entered: the file opts out {preview.Valid} people, not {count}.");
    }
}
