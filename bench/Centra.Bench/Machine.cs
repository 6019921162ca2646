using System.Diagnostics;
using System.Globalization;
using Centra.Silo;

namespace Centra.Bench;

/// <summary>Where and on what a measurement was made.</summary>
public sealed record Machine(string Processor, int Cores, string Runtime, string Engine, string Commit, string Date, string Load)
{
    public static Machine Current(TimeProvider time) => new(
        ProcessorName(), Environment.ProcessorCount, Environment.Version.ToString(), SiloHosting.IsForClusters ? "Orleans" : "Embedded", CommitOf(),
        time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), LoadOf());

    // Averages of 1, 5 and 15 minutes at the beginning: what else the processors had to do.
    private static string LoadOf() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : "unknown";

    private static string ProcessorName() =>
        File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo")
                .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown"
            : "unknown";

    private static string CommitOf()
    {
        try
        {
            using var git = Process.Start(
                new ProcessStartInfo("git", "describe --always --dirty --abbrev=12") { RedirectStandardOutput = true });
            return git?.StandardOutput.ReadToEnd().Trim() ?? "unknown";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "unknown";
        }
    }
}
