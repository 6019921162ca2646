using System.Net;
using Centra.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime.Hosting;

namespace Centra.Silo;

/// <summary>Orleans: one process on SQLite, or a silo of a cluster on PostgreSQL.</summary>
internal static class Engine
{
    /// <summary>Whether several processes can run the same grains.</summary>
    public const bool IsForClusters = true;

    public static void Add(IHostApplicationBuilder builder, SiloOptions options)
    {
        if (options.Postgres is { } postgres)
            AddCluster(builder, options, postgres);
        else
            AddAlone(builder, options);
    }

    private static void AddAlone(IHostApplicationBuilder builder, SiloOptions options)
    {
        builder.Services.AddSqliteState(options);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(FreePort.Or(options.SiloPort, IPAddress.Loopback), options.GatewayPort, null, options.ServiceId, options.ClusterId);
            silo.Services.AddGrainStorage("Default", (provider, _) => provider.GetRequiredService<SqliteGrainStorage>());
            silo.AddReminders();
        });
    }

    private static void AddCluster(IHostApplicationBuilder builder, SiloOptions options, string postgres)
    {
        builder.Services.AddClusterState(options, postgres);
        builder.UseOrleans(silo =>
        {
            silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (options.ClusterId, options.ServiceId));
            silo.ConfigureEndpoints(options.Advertised, FreePort.Or(options.SiloPort, options.Advertised), options.GatewayPort,
                listenOnAnyHostAddress: !IPAddress.IsLoopback(options.Advertised));
            silo.Configure<ClusterMembershipOptions>(Membership.Configure);
            silo.UseAdoNetClustering(clustering => (clustering.Invariant, clustering.ConnectionString) = (ClusterState.Invariant, postgres));
            silo.UseAdoNetReminderService(reminders => (reminders.Invariant, reminders.ConnectionString) = (ClusterState.Invariant, postgres));
            silo.AddAdoNetGrainStorageAsDefault(storage =>
            {
                (storage.Invariant, storage.ConnectionString) = (ClusterState.Invariant, postgres);
                storage.GrainStorageSerializer = new GrainStateSerializer();
            });
        });
    }
}
