using System.Diagnostics;

namespace Centra.Cli.Tests.Hosts;

/// <summary>The real service as a process, to be killed.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private const string Announcement = "Listening on ";
    private readonly Process _process;

    private ServiceProcess(Process process, string address) => (_process, Address) = (process, address);

    public string Address { get; }

    /// <param name="folder">Its data.</param>
    /// <param name="variables">Further settings.</param>
    /// <param name="options">Further options.</param>
    public static async Task<ServiceProcess> StartAsync(string folder, IReadOnlyDictionary<string, string>? variables = null, params string[] options)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Centra.Api.dll"), "--data", folder, "--port", "0", .. options]) { RedirectStandardOutput = true };
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        var address = "";
        while (await process.StandardOutput.ReadLineAsync() is { } line && line != "Centra is ready")
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
                address = line[Announcement.Length..].Split(',')[0];
        return new ServiceProcess(process, address);
    }

    /// <summary>Kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }
}
