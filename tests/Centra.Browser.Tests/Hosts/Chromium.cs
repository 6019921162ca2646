namespace Centra.Browsing.Hosts;

/// <summary>The browser of this machine. None is ever downloaded.</summary>
internal static class Chromium
{
    /// <summary>Why tests are skipped where there is none.</summary>
    public const string Absence = "Chromium is not installed: there is no program chromium on the path, and CENTRA_CHROMIUM names none.";

    // The first is the same browser without the frame of its windows, which costs four times the processor time of the pages in them.
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser"];

    /// <summary>The program; null where there is none.</summary>
    public static string? Find() => Environment.GetEnvironmentVariable("CENTRA_CHROMIUM") is { Length: > 0 } named ? named : Candidates().FirstOrDefault(File.Exists);

    /// <summary>Starts it without a window. As root it starts only without its sandbox.</summary>
    public static Task<IBrowser> StartAsync(IPlaywright playwright, string program) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = program,
        Headless = true,
        Args = Environment.UserName == "root" ? ["--disable-gpu", "--no-sandbox"] : ["--disable-gpu"],
    });

    private static IEnumerable<string> Candidates() =>
        from name in Names
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        select Path.Combine(folder, name);
}
