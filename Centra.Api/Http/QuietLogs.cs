namespace Centra.Api.Http;

/// <summary>
/// What the log leaves out by default. Orleans tells of each start in hundreds of lines, and Polly of each
/// grain that Orleans places in two. The framework's informational lines name request
/// paths and queries, and EF Core's name statements;
/// neither has a place where patients are handled.
/// </summary>
internal static class QuietLogs
{
    private static readonly string[] Loud = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Npgsql", "System.Net.Http", "Orleans", "Polly", "Centra.Api.Security"];

    public static ILoggingBuilder AddQuietLogs(this ILoggingBuilder logging)
    {
        foreach (var category in Loud)
            logging.AddFilter(category, LogLevel.Warning);
        // Why a start failed is said in one sentence by whoever started it.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        // The keys of sessions are sealed where they are kept; the framework cannot know, and would warn.
        return logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }
}
