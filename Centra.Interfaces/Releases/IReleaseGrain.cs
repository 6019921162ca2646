using Orleans;
using Orleans.Concurrency;

namespace Centra.Releases;

/// <summary>What is released for a request. Key: <c>release/REQUEST</c>. Commands come through the request only, which has checked stage and part.</summary>
[Alias("centra.releases.release")]
public interface IReleaseGrain : IRecordedGrain
{
    /// <summary>Carries out a command, once.</summary>
    [Alias("handle")]
    Task<Result<ReleaseView>> Handle(CommandContext context, ReleaseCommand command);

    /// <summary>The release.</summary>
    [ReadOnly, Alias("view")]
    Task<Result<ReleaseView>> View();

    /// <summary>What the request has to know.</summary>
    [ReadOnly, Alias("facts")]
    Task<ReleaseFacts> Facts();

    /// <summary>What waits to be built. Refused with <see cref="ReleaseRefusal.NothingIsToBeBuilt"/>.</summary>
    [ReadOnly, Alias("order")]
    Task<Result<ReleaseOrder>> Order();
}
