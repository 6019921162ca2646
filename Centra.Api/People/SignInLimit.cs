using Microsoft.Extensions.Options;

namespace Centra.Api.People;

/// <summary>How many attempts to sign in are looked at in a minute.</summary>
internal sealed class SignInLimits
{
    /// <summary>From one address. A practice's people may share one.</summary>
    public int PerAddress { get; set; } = 60;

    /// <summary>For one e-mail, whether or not somebody has it.</summary>
    public int PerEmail { get; set; } = 10;
}

/// <summary>Counts attempts to sign in by address and by e-mail, in this process.</summary>
internal sealed class SignInLimit(IOptions<SignInLimits> limits, TimeProvider clock)
{
    private const int ManyWindows = 10_000;

    /// <summary>How long attempts are counted together.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (DateTimeOffset Began, int Count)> _windows = [];

    /// <summary>Counts an attempt; how long to wait where there were too many, null where it may go on.</summary>
    public TimeSpan? Count(string address, string email)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            if (_windows.Count > ManyWindows)
                Forget(now);
            var ofAddress = Count($"address {address}", limits.Value.PerAddress, now);
            var ofEmail = Count($"e-mail {email.Trim().ToUpperInvariant()}", limits.Value.PerEmail, now);
            return ofAddress > ofEmail ? ofAddress : ofEmail ?? ofAddress;
        }
    }

    private TimeSpan? Count(string key, int most, DateTimeOffset now)
    {
        var (began, count) = _windows.TryGetValue(key, out var known) && now - known.Began < Window ? known : (now, 0);
        _windows[key] = (began, count + 1);
        return count >= most ? began + Window - now : null;
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var key in _windows.Where(window => now - window.Value.Began >= Window).Select(window => window.Key).ToList())
            _windows.Remove(key);
    }
}
