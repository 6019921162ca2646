using System.Diagnostics;
using Orleans.Runtime;

namespace Centra.Silo;

/// <summary>
/// Ends the process whose silo cannot go on, most often because the others have taken it out: at once, since they run its grains now, and without a
/// dump, which Orleans' own way may lead to: memory holds identities and keys that belong on no disk. Whoever watches over the process starts it again.
/// </summary>
internal sealed class EndOfSilo : IFatalErrorHandler
{
    private const string Details = " Membership:";

    /// <inheritdoc/>
    public bool IsUnexpected(Exception exception) => exception is not ThreadAbortException;

    /// <inheritdoc/>
    public void OnFatalException(object? sender, string? context, Exception? exception)
    {
        // Of the exception only what it is: its words may hold content. Not through the log, which is written later.
        Console.Error.WriteLine($"Centra ends: the silo cannot go on. {context?.Split(Details)[0]} {exception?.GetType().Name}".TrimEnd());
        Process.GetCurrentProcess().Kill();
    }
}
