using System.Diagnostics;
using Centra.Storage;
using Centra.Testing;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Storage;

namespace Centra.Engine.Tests;

/// <summary>A running engine, whichever the build chose, on a SQLite file of its own. On the embedded engine the test moves the time.</summary>
public sealed partial class EngineHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(2);

    private readonly EngineSetup _setup;
    private readonly TempFolder _folder = new();
    private readonly SqliteDatabase _database;

    private EngineHost(EngineSetup setup)
    {
        _setup = setup;
        _database = new SqliteDatabase(Path.Combine(setup.Folder ?? _folder.Path, "state.db"));
        Storage = new FailingStorage(new SqliteGrainStorage(_database));
        Reminders = new SqliteReminderTable(_database);
    }

    public FailingStorage Storage { get; }

    public IReminderTable Reminders { get; }

    public static async Task<EngineHost> StartAsync(EngineSetup? setup = null)
    {
        var host = new EngineHost(setup ?? new EngineSetup());
        await Migrator.MigrateAsync(host._database, "state", 0);
        await host.StartEngineAsync();
        return host;
    }

    /// <summary>Waits, while time stands still where it can, for something that only needs to be run.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        var waited = Stopwatch.StartNew();
        while (!condition())
        {
            (waited.Elapsed < Patience).ShouldBeTrue("What was waited for did not happen.");
            await Task.Delay(Blink, TimeProvider.System);
        }
    }

    /// <summary>Gives what could wrongly run the time to do so.</summary>
    public static Task SettleAsync() => Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);

    /// <summary>Lets time go on until something has happened.</summary>
    public async Task PassUntilAsync(Func<bool> condition)
    {
        var waited = Stopwatch.StartNew();
        while (!condition())
        {
            (waited.Elapsed < Patience).ShouldBeTrue("What was waited for did not happen.");
            await PassAsync(Step);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    private void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IGrainStorage>(Storage);
        services.AddSingleton(Reminders);
        _setup.Services(services);
    }
}
