using System.CommandLine;
using System.Globalization;
using Centra.Storage;

namespace Centra.Cli.Audit;

/// <summary>centra audit verify: checks the files of a stopped service, without a service.</summary>
internal sealed class AuditCommand(Surroundings around)
{
    private const int Most = 200;

    private readonly Option<string> _data = new("--data") { HelpName = "DIR", Required = true, Description = "The data folder of a stopped service, or a copy of one." };
    private readonly Option<string?> _keys = new("--keys") { HelpName = "FILE", Description = "The key file, where it is not DIR/keys/centra.keys.json." };

    public static Command Create(Surroundings around) => new("audit", "The trail of everything that happened.") { new AuditCommand(around).Verify() };

    private Command Verify()
    {
        var command = new Command("verify", "Check offline that no entry was changed, removed, reordered or cut off. Exit code 0: sound; 1: not.") { _data, _keys };
        command.SetAction((parsed, _) => RunAsync(parsed.GetRequiredValue(_data), parsed.GetValue(_keys)));
        return command;
    }

    private async Task<int> RunAsync(string folder, string? keys)
    {
        try
        {
            var report = await AuditVerification.RunAsync(new StorageSettings { DataFolder = Path.GetFullPath(folder), KeyFile = keys });
            await WriteAsync(report);
            return report.IsSound ? ExitCodes.Done : ExitCodes.Failed;
        }
        catch (Exception error) when (error is AuditException or KeyStoreException)
        {
            throw new CommandFailedException(error.Message);
        }
    }

    private async Task WriteAsync(AuditReport report)
    {
        foreach (var fault in report.Faults.Take(Most))
            await around.Out.WriteLineAsync($"{Name(fault.Kind)}: {fault.Stream}, entry {fault.Position} {fault.Words}.");
        if (report.Faults.Count > Most)
            await around.Out.WriteLineAsync($"... and {report.Faults.Count - Most} more.");
        await around.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{report.Events} entries of {report.Streams} streams, {report.Removed} with their content removed by retention, {report.Waiting} not yet in the trail; {report.Checkpoints} signed checkpoints{Newest(report)}."));
        await around.Out.WriteLineAsync(report.IsSound ? "Sound." : string.Create(CultureInfo.InvariantCulture, $"Not sound: {report.Faults.Count} found."));
    }

    private static string Newest(AuditReport report) => report.Newest is { } newest
        ? string.Create(CultureInfo.InvariantCulture, $", the newest operation {newest.Sequence} of the journal at {newest.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC")
        : "";

    private static string Name(AuditFaultKind kind) => kind switch
    {
        AuditFaultKind.Changed => "changed",
        AuditFaultKind.Removed => "removed",
        AuditFaultKind.Reordered => "reordered",
        AuditFaultKind.Truncated => "truncated",
        AuditFaultKind.StreamRemoved => "stream removed",
        AuditFaultKind.StatePutBack => "state put back",
        AuditFaultKind.ContentGone => "content gone",
        AuditFaultKind.JournalDamaged => "journal damaged",
        AuditFaultKind.NotSigned => "not signed",
        _ => "fault",
    };
}
