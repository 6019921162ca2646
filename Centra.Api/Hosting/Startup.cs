using Centra.Recording;
using Centra.Silo;
using Centra.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Centra.Api.Hosting;

/// <summary>Starts the service, or says in one sentence why it cannot.</summary>
internal static class Startup
{
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await (args is ["silo", .. var options] ? RunSiloAsync(options) : ServeAsync(args));
            return 0;
        }
        catch (Exception error) when (Sentence(error) is { } sentence)
        {
            await Console.Error.WriteLineAsync($"Centra cannot start: {sentence}");
            return 1;
        }
    }

    private static async Task ServeAsync(string[] args)
    {
        var settings = ServiceSettings.Read(args);
        await using var storage = await CentraStorage.OpenAsync(settings.Storage, TimeProvider.System);
        await using var app = Service.Build(args, settings, storage);
        await app.StartAsync();
        using var warming = new Warming(app);
        warming.Begin();
        await app.Services.GetRequiredService<Opening>().OpenAsync(app, settings);
        warming.GoOn();
        await EndAsync(app.WaitForShutdownAsync(), storage);
    }

    private static async Task RunSiloAsync(string[] options)
    {
        var settings = ServiceSettings.Read(options);
        ClusterSettings.Require(settings.Silo);
        await using var storage = await CentraStorage.OpenAsync(settings.Storage, TimeProvider.System);
        await SiloProcess.RunAsync(settings, storage);
    }

    /// <summary>Until it is stopped, or another process has the databases that were this one's.</summary>
    public static async Task EndAsync(Task stopped, CentraStorage storage)
    {
        if (storage.Ownership is { } ownership && await Task.WhenAny(stopped, ownership.TakenOver) == ownership.TakenOver)
            throw new StorageUnavailableException("While PostgreSQL could not be reached another process took the database of Centra__Postgres. This one ends.");
        await stopped;
    }

    // What an operator can mend gets a sentence; a bug keeps its stack trace.
    internal static string? Sentence(Exception error) => error switch
    {
        SettingsException or StorageUnavailableException or KeyStoreException or JournalException or SchemaMismatchException or OldStateException or StreamBrokenException => error.Message,
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } => "the port is in use. Choose another with --port.",
        CommitOutcomeUnknownException => "a database did not confirm a commit. Look at the disk under the data folder, then start again: nothing that was acknowledged is lost.",
        SqliteException sqlite => $"a database file cannot be used ({sqlite.SqliteErrorCode}): {sqlite.Message}",
        PostgresException postgres => $"PostgreSQL refuses: {postgres.MessageText}",
        UnauthorizedAccessException => error.Message,
        _ when SiloHosting.Sentence(error) is { } sentence => sentence,
        TimeoutException => $"something did not answer in time: {error.Message}",
        _ => null,
    };
}
