using Centra.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.Storage;

namespace Centra.Silo;

/// <summary>Puts the grains into a host, on the engine that the build chose.</summary>
public static class SiloHosting
{
    /// <summary>The name under which the state database is among the services, where the grains are on SQLite.</summary>
    public const string StateDatabase = "state";

    /// <summary>Whether the engine that the build chose can form a cluster.</summary>
    public static bool IsForClusters => Engine.IsForClusters;

    /// <summary>Why the engine did not start, where an operator can do something about it; else null.</summary>
    public static string? Sentence(Exception error) => Engine.Sentence(error);

    /// <summary>Whether a call failed because a silo does not answer: no bug, and to be sent again.</summary>
    public static bool IsOfALostSilo(Exception error) => Engine.IsOfALostSilo(error);

    /// <summary>
    /// Adds the engine, <see cref="IGrainFactory"/>, <see cref="IModifiedGrains"/> and <see cref="EngineHealth"/>. The storage is
    /// brought up to date before the engine starts. Hosted services that call grains are to be added after this.
    /// </summary>
    public static IHostApplicationBuilder AddCentraSilo(this IHostApplicationBuilder builder, SiloOptions options)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<EngineHealth>();
        Engine.Add(builder, options);
        return builder;
    }

    /// <summary>States and reminders in the SQLite file of the data folder, the same on either engine. A host may have put a storage of its own in front.</summary>
    internal static void AddSqliteState(this IServiceCollection services, SiloOptions options)
    {
        Directory.CreateDirectory(options.DataFolder);
        services.AddKeyedSingleton<IDatabase>(StateDatabase, (_, _) => new SqliteDatabase(Path.Combine(options.DataFolder, "state.db"), SqliteConnections.SmallCache));
        services.AddSingleton(provider => new SqliteGrainStorage(State(provider)));
        services.TryAddSingleton<IGrainStorage>(provider => provider.GetRequiredService<SqliteGrainStorage>());
        services.AddSingleton<IModifiedGrains>(provider => provider.GetRequiredService<SqliteGrainStorage>());
        services.AddSingleton<IReminderTable>(provider => new SqliteReminderTable(State(provider)));
        services.AddHostedService(provider => new StateSetup(State(provider), "state", provider.GetRequiredService<TimeProvider>(), read: provider.GetService<ReadStore>()));
    }

    private static IDatabase State(IServiceProvider provider) => provider.GetRequiredKeyedService<IDatabase>(StateDatabase);
}
