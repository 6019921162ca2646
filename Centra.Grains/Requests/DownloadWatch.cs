using Microsoft.Extensions.Logging;

namespace Centra.Requests;

/// <summary>Stands behind the rule that permits downloads: if that is ever wrong, nothing leaves and it is told loudly.</summary>
public sealed partial class DownloadWatch(ILogger<DownloadWatch> log)
{
    /// <summary>A download was permitted.</summary>
    /// <exception cref="InvalidOperationException">It should not have been.</exception>
    public void Permitted(RequestState state, RequestFacts facts)
    {
        if (DownloadInvariants.Broken(state, facts) is not { Count: > 0 } broken)
            return;
        var names = string.Join(", ", broken);
        LogBroken(state.RequestId, names);
        throw new InvalidOperationException($"A download of {state.RequestId} was permitted against {names}.");
    }

    [LoggerMessage(1, LogLevel.Critical, "A download of {RequestId} was permitted against {Invariants}. Nothing was given; stop downloads and look at the rules")]
    private partial void LogBroken(string requestId, string invariants);
}
