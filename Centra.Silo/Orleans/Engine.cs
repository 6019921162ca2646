using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Runtime.Hosting;
using Orleans.Runtime.MembershipService;
using Orleans.Serialization;
using Orleans.Storage;

namespace Centra.Silo;

/// <summary>Orleans: one process on SQLite, or a silo of a cluster on PostgreSQL.</summary>
internal static class Engine
{
    // Orleans has no type for a call that nobody answered. Other time-outs are those of what a grain, or this process, waited for: they say so themselves.
    private const string NoAnswer = "Response did not arrive on time";

    // Beside those of .NET.
    private static readonly string[] Sent = ["Centra", "Npgsql", "Orleans"];

    /// <summary>Whether several processes can run the same grains.</summary>
    public const bool IsForClusters = true;

    /// <summary>Why it does not start, where an operator can do something about it.</summary>
    public static string? Sentence(Exception error) => error switch
    {
        OrleansClusterConnectivityCheckFailedException or OrleansMessageRejectionException =>
            "silos that the cluster lists as alive do not answer. If they are dead, start this one again: it takes them out. If not, see that it reaches their ports.",
        TimeoutException when error.Message.StartsWith(NoAnswer, StringComparison.Ordinal) =>
            $"a grain did not answer in time. If its silo is dead, start this one again: it takes that one out. {error.Message}",
        _ => null,
    };

    /// <summary>Whether a call failed because the silo of the grain did not answer.</summary>
    public static bool IsOfALostSilo(Exception error) => error is OrleansMessageRejectionException or TimeoutException;

    public static void Add(IHostApplicationBuilder builder, SiloOptions options)
    {
        // Whatever the grains' clock is, silos judge each other's life by the machine's.
        builder.Services.AddKeyedSingleton(KeyedService.AnyKey, TimeProvider.System);
        builder.Services.AddSingleton<IFatalErrorHandler, EndOfSilo>();
        // Else what broke on one silo is, on another, that its exception could not be sent: who waits there could not tell a full disk from a bug.
        builder.Services.Configure<ExceptionSerializationOptions>(exceptions => exceptions.SupportedNamespacePrefixes.UnionWith(Sent));
        // Before those of Orleans: the first that has an answer gives it.
        builder.Services.AddSingleton<IGrainInterfaceTypeProvider, KnownInterfaces>();
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
            silo.Services.AddGrainStorage("Default", (provider, _) => provider.GetRequiredService<IGrainStorage>());
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
