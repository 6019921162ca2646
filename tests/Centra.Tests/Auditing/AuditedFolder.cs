using Centra.Auditing;
using Centra.Housekeeping;
using Centra.Storage;
using Centra.Testing;
using Microsoft.Data.Sqlite;

namespace Centra.Tests.Auditing;

/// <summary>A data folder with a history, of a service that has stopped.</summary>
internal sealed class AuditedFolder : IDisposable
{
    public const string Stream = "practice/north";

    private readonly TempFolder _folder = new();

    private AuditedFolder()
    {
    }

    public string Path => _folder.Path;

    /// <summary>Two practices with some events each; signed by a checkpoint unless told otherwise.</summary>
    public static async Task<AuditedFolder> MakeAsync(bool isSigned = true, Func<GateHost, Task>? then = null)
    {
        var made = new AuditedFolder();
        await using var gate = await GateHost.StartAsync(new GateSetup { Folder = made.Path });
        await gate.PracticeAsync();
        await gate.PracticeAsync("south");
        if (isSigned)
            await gate.Get<IEnumerable<IHousekeepingTask>>().OfType<Checkpointing>().Single().RunAsync();
        await (then?.Invoke(gate) ?? Task.CompletedTask);
        return made;
    }

    /// <summary>Somebody changes a file by hand.</summary>
    public void Change(string part, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={System.IO.Path.Combine(Path, part + ".db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery().ShouldBeGreaterThan(0);
    }

    public Task<AuditReport> VerifyAsync() => AuditVerification.RunAsync(new StorageSettings { DataFolder = Path });

    public void Dispose() => _folder.Dispose();
}
