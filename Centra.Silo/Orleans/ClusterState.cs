using Centra.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Centra.Silo;

/// <summary>The cluster's database, brought up to date before Orleans' providers look for their statements in it.</summary>
internal static class ClusterState
{
    /// <summary>What Orleans calls PostgreSQL's client.</summary>
    public const string Invariant = "Npgsql";

    public static void AddClusterState(this IServiceCollection services, SiloOptions options, string postgres)
    {
        services.AddKeyedSingleton<IDatabase>(Invariant, (_, _) => new PostgresDatabase(NpgsqlDataSource.Create(postgres)));
        services.AddSingleton(provider => new PostgresModifiedGrains(Database(provider), options.ServiceId));
        services.AddSingleton<IModifiedGrains>(provider => provider.GetRequiredService<PostgresModifiedGrains>());
        services.AddHostedService(provider => new StateSetup(
            Database(provider), "orleans", provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<PostgresModifiedGrains>()));
    }

    private static IDatabase Database(IServiceProvider provider) => provider.GetRequiredKeyedService<IDatabase>(Invariant);
}
