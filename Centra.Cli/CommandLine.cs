using System.CommandLine;
using System.CommandLine.Help;
using Centra.Cli.Audit;
using Centra.Cli.Ingest;
using Centra.Cli.OpenApi;
using Centra.Cli.OptOut;
using Centra.Cli.Receipt;
using Centra.Cli.Sample;
using Centra.Cli.Screen;
using Centra.Cli.Tour;

namespace Centra.Cli;

/// <summary>All commands, and what every one of them has in common: one sentence where it fails, never a stack trace.</summary>
internal static class CommandLine
{
    /// <summary>Set to see where an unexpected failure came from.</summary>
    private const string TraceVariable = "CENTRA_TRACE";

    public static async Task<int> RunAsync(string[] args, Surroundings around, CancellationToken cancel = default)
    {
        var parsed = Root(around).Parse(args);
        if (parsed.Errors.Count > 0)
            return await FailAsync(around, UsageSentence.Of(parsed, args));
        try
        {
            return await parsed.InvokeAsync(Invocation(around), cancel);
        }
        catch (Exception error)
        {
            return await FailAsync(around, Sentence(error, around));
        }
    }

    private static Command Root(Surroundings around) => new(
        "centra", "Centra: research data requests, and the opt-out gate in front of patients' records.")
    {
        new HelpOption(),
        SampleCommand.Create(around),
        IngestCommand.Create(around),
        ScreenCommand.Create(around),
        OptOutCommand.Create(around),
        ReceiptCommand.Create(around),
        AuditCommand.Create(around),
        TourCommand.Create(around),
        ExportOpenApiCommand.Create(around),
    };

    private static InvocationConfiguration Invocation(Surroundings around) =>
        new() { Output = around.Out, Error = around.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };

    private static string Sentence(Exception error, Surroundings around) => error switch
    {
        CommandFailedException => error.Message,
        OperationCanceledException => "Interrupted.",
        IOException or UnauthorizedAccessException => error.Message,
        _ when around.Variable(TraceVariable) is { Length: > 0 } => error.ToString(),
        // The message of a bug may quote what was being read: only its type is told.
        _ => $"Something unexpected went wrong ({error.GetType().Name}). Set {TraceVariable}=1 to see where.",
    };

    private static async Task<int> FailAsync(Surroundings around, string sentence)
    {
        await around.Error.WriteLineAsync($"centra: {sentence}");
        return ExitCodes.Failed;
    }
}
