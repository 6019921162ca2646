using System.Collections.Concurrent;
using System.Diagnostics;

namespace Centra.Testing;

/// <summary>The real service as a process, to be killed. For test projects that have the service among their references.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    private const string Announcement = "Listening on ";
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines;
    private readonly Task _reading;

    private ServiceProcess(Process process, string address, ConcurrentQueue<string> lines)
    {
        (_process, Address, _lines) = (process, address, lines);
        // Read to the end: a process whose output nobody reads stops when the pipe is full.
        _reading = ReadAsync(process.StandardOutput, line =>
        {
            lines.Enqueue(line);
            return false;
        });
    }

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>What it wrote to standard output.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>Warnings and errors that it logged, each with what it says.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            var lines = _lines.ToArray();
            return [.. lines.Zip(lines.Skip(1).Append("")).Where(two => IsComplaint(two.First)).Select(two => $"{two.First} {two.Second.Trim()}")];
        }
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="folder">Its data.</param>
    /// <param name="logLevel">What it logs at the least.</param>
    /// <param name="variables">Further settings.</param>
    /// <param name="options">Further options.</param>
    public static async Task<ServiceProcess> StartAsync(string folder, string logLevel = "Warning", IReadOnlyDictionary<string, string>? variables = null, params string[] options)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Centra.Api.dll"), "--data", folder, "--port", "0", .. options]) { RedirectStandardOutput = true };
        start.Environment["Logging__LogLevel__Default"] = logLevel;
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var (process, lines) = (Process.Start(start)!, new ConcurrentQueue<string>());
        await ReadAsync(process.StandardOutput, line =>
        {
            lines.Enqueue(line);
            return line == "Centra is ready";
        });
        var address = lines.LastOrDefault(line => line.StartsWith(Announcement, StringComparison.Ordinal))
            ?? throw new InvalidOperationException("The service ended before it was ready; standard error says why.");
        return new ServiceProcess(process, address[Announcement.Length..].Split(',')[0], lines);
    }

    /// <summary>Processor time that it has used.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>What Linux says of its memory, in bytes: a line of /proc/PID/status.</summary>
    public long MemoryOf(string name)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith(name + ":", StringComparison.Ordinal));
        return 1_024 * long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Tells it to stop (SIGTERM) and waits for that.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        await SignalAsync("TERM");
        await _reading;
        return await EndAsync();
    }

    /// <summary>Freezes it (SIGSTOP): to others it is as a machine that was suspended.</summary>
    public Task PauseAsync() => SignalAsync("STOP");

    /// <summary>Lets it go on (SIGCONT).</summary>
    public Task ResumeAsync() => SignalAsync("CONT");

    /// <summary>Is done when it has ended.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>Kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await _reading;
        _process.Dispose();
    }

    // That a turn of a grain took more than a second is news of the machine: tests share it with others.
    private static bool IsComplaint(string line) => line.Length > 6 && line[..6] is "warn: " or "fail: " or "crit: " && !line.Contains("Orleans.Runtime.Scheduler.WorkItemGroup", StringComparison.Ordinal);

    // Of a process that has ended there is nothing to tell.
    private async Task SignalAsync(string name)
    {
        if (_process.HasExited)
            return;
        using var kill = Process.Start("/bin/kill", [$"-{name}", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private static async Task ReadAsync(StreamReader output, Func<string, bool> isLast)
    {
        while (await output.ReadLineAsync() is { } line && !isLast(line))
        {
        }
    }
}
