namespace Centra.Api.Http;

/// <summary>
/// What the log leaves out by default. Orleans tells of each start in hundreds of lines, and Polly in two of each grain that Orleans places.
/// The framework's informational lines name request paths and queries, and EF Core's name statements; neither has a place where patients are handled.
/// </summary>
internal static class QuietLogs
{
    private static readonly string[] Loud = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Npgsql", "System.Net.Http", "Orleans", "Polly", "Centra.Api.Security"];

    private const string Watchdog = "Orleans.Runtime.Watchdog";
    private static readonly TimeSpan Begun = TimeSpan.FromMinutes(1);

    public static ILoggingBuilder AddQuietLogs(this ILoggingBuilder logging)
    {
        foreach (var category in Loud)
            logging.AddFilter(category, LogLevel.Warning);
        // Orleans' watchdog begins to look (10.4.2) before it has noted when its checks began, and may then warn at a start that none has ended since
        // the machine came up. What it says later is true: of a process that got no time.
        var began = TimeProvider.System.GetTimestamp();
        logging.AddFilter(Watchdog, level => level >= LogLevel.Warning && TimeProvider.System.GetElapsedTime(began) > Begun);
        // Of a silo that is lost it tells once for each call under way. Whoever made the call gets an exception, and tells of it.
        logging.AddFilter("Orleans.Runtime.CallbackData", LogLevel.Error);
        // Why a start failed is said in one sentence by whoever started it.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        // The keys of sessions are sealed where they are kept; the framework cannot know, and would warn.
        return logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }
}
