using System.Diagnostics;

namespace Centra.Cli.Hosting;

/// <summary>A service of one's own for a while: on a free port of the loopback address, on a folder that is the caller's.</summary>
internal sealed class PrivateService : IAsyncDisposable
{
    private const string Assembly = "Centra.Api.dll";
    private const string Announcement = "Listening on ";
    private const string Ready = "Centra is ready";
    private readonly Process _process;

    private PrivateService(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts it, and waits until it answers.</summary>
    /// <param name="around">Where its assembly is named.</param>
    /// <param name="folder">Its data folder.</param>
    /// <param name="cancel">Ends the wait, and the service.</param>
    /// <param name="options">More options, such as --demo.</param>
    public static async Task<PrivateService> StartAsync(Surroundings around, string folder, CancellationToken cancel, params string[] options)
    {
        var process = Process.Start(StartOf(around, folder, options))!;
        try
        {
            return new PrivateService(process, await WaitAsync(process, cancel));
        }
        catch
        {
            await EndAsync(process);
            throw;
        }
    }

    /// <summary>What a path answers with.</summary>
    public async Task<string> GetAsync(string path, CancellationToken cancel)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        return await http.GetStringAsync(new Uri(Address, path), cancel);
    }

    /// <summary>Kills it: what was acknowledged is on disk.</summary>
    public ValueTask DisposeAsync() => EndAsync(_process);

    private static async ValueTask EndAsync(Process process)
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<Uri> WaitAsync(Process process, CancellationToken cancel)
    {
        Uri? address = null;
        while (await process.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
                address = new Uri(line[Announcement.Length..].Split(',')[0]);
            if (line != Ready || address is null)
                continue;
            // What it goes on to say has to be taken, or it would wait for somebody to read.
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            return address;
        }
        throw new CommandFailedException($"The service does not start: {await process.StandardError.ReadLineAsync(cancel) ?? "it says nothing"}");
    }

    // Nothing of the surroundings may lead it to anybody's data.
    private static ProcessStartInfo StartOf(Surroundings around, string folder, string[] options)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var argument in new[] { Find(around), "--data", folder, "--port", "0" }.Concat(options))
            start.ArgumentList.Add(argument);
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
