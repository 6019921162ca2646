using System.Threading.Channels;

namespace Centra.Api.People;

/// <summary>
/// Takes requests for letters to people who have forgotten their password. A request is put aside before anybody is looked up, so that its answer
/// takes as long for an address that nobody has.
/// </summary>
internal sealed class LetterDesk(TimeProvider clock)
{
    private const int PerAddress = 20;
    private const int PerEmail = 3;

    private readonly SignInLimit _limit = new(Microsoft.Extensions.Options.Options.Create(new SignInLimits { PerAddress = PerAddress, PerEmail = PerEmail }), clock) { Window = TimeSpan.FromMinutes(15) };
    private readonly Channel<string> _asked = Channel.CreateBounded<string>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Whether it was taken; false after too many.</summary>
    public bool Take(string email, string address) => _limit.Count(address, email) is null && _asked.Writer.TryWrite(email);

    /// <summary>What was asked for, as it comes.</summary>
    public IAsyncEnumerable<string> AskedAsync(CancellationToken cancellation) => _asked.Reader.ReadAllAsync(cancellation);
}

/// <summary>Writes the letters that were asked for.</summary>
internal sealed partial class LetterWriter(LetterDesk desk, IServiceScopeFactory scopes, ILogger<LetterWriter> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var email in desk.AskedAsync(stoppingToken))
                await TryAsync(email);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // A host that is disposed of before it was stopped ends this too, and that is no fault to report.
        }
    }

    // One letter that is not written, for whatever reason, keeps no other from being written.
    private async Task TryAsync(string email)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PasswordLinks>().SendAsync(email);
        }
        catch (Exception error)
        {
            LogNotWritten(error.GetType().Name);
        }
    }

    // Not whose: an address is personal.
    [LoggerMessage(1, LogLevel.Warning, "A letter with a link for another password was not written: {Error}")]
    private partial void LogNotWritten(string error);
}
