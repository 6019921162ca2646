using System.Diagnostics;

namespace Centra.Cli.OpenApi;

/// <summary>A service of one's own for a moment: on a free port of the loopback address and a folder that goes away with it.</summary>
internal sealed class PrivateService : IAsyncDisposable
{
    private const string Assembly = "Centra.Api.dll";
    private const string Announcement = "Listening on ";
    private const string Ready = "Centra is ready";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("centra-");
    private readonly Process _process;
    private Uri? _address;

    private PrivateService(Surroundings around) => _process = Process.Start(StartOf(around, _folder.FullName))!;

    /// <summary>Starts it, and waits until it answers.</summary>
    public static async Task<PrivateService> StartAsync(Surroundings around, CancellationToken cancel)
    {
        var service = new PrivateService(around);
        try
        {
            await service.WaitAsync(cancel);
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>What a path answers with.</summary>
    public async Task<string> GetAsync(string path, CancellationToken cancel)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        return await http.GetStringAsync(new Uri(_address!, path), cancel);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task WaitAsync(CancellationToken cancel)
    {
        while (await _process.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
                _address = new Uri(line[Announcement.Length..].Split(',')[0]);
            if (line == Ready && _address is not null)
                return;
        }
        throw new CommandFailedException($"The service does not start: {await _process.StandardError.ReadLineAsync(cancel) ?? "it says nothing"}");
    }

    // Nothing of the surroundings may lead it to anybody's data.
    private static ProcessStartInfo StartOf(Surroundings around, string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet")
        {
            ArgumentList = { Find(around), "--data", folder, "--port", "0" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("centra_", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        return start;
    }

    private static string Find(Surroundings around)
    {
        var beside = Path.Combine(AppContext.BaseDirectory, Assembly);
        return around.Variable("CENTRA_SERVICE") is { Length: > 0 } given ? given
            : File.Exists(beside) ? beside
            : throw new CommandFailedException($"{Assembly} is not here: call this through ./centra, or name it as CENTRA_SERVICE.");
    }
}
