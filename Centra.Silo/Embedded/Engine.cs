using Centra.Embedded;
using Microsoft.Extensions.Hosting;
using Orleans.Runtime;

namespace Centra.Silo;

/// <summary>The embedded engine: this process alone, on SQLite.</summary>
internal static class Engine
{
    /// <summary>Whether several processes can run the same grains.</summary>
    public const bool IsForClusters = false;

    /// <summary>Why it does not start, where an operator can do something about it.</summary>
    public static string? Sentence(Exception error) => null;

    /// <summary>Whether a call failed because the process ends.</summary>
    public static bool IsOfALostSilo(Exception error) => error is SiloUnavailableException;

    public static void Add(IHostApplicationBuilder builder, SiloOptions options)
    {
        if (options.Postgres is not null)
            throw new NotSupportedException("The embedded engine is one process on SQLite. A cluster on PostgreSQL needs a build with CentraEngine=Orleans.");
        builder.Services.AddSqliteState(options);
        builder.Services.AddEmbeddedEngine(engine =>
        {
            foreach (var assembly in options.GrainAssemblies)
                engine.GrainAssemblies.Add(assembly);
        });
    }
}
