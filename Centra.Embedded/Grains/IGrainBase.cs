namespace Orleans;

/// <summary>What every grain class is to the engine.</summary>
public interface IGrainBase
{
    Runtime.IGrainContext GrainContext { get; }

    /// <summary>Runs before the first call. If it throws or takes too long, the waiting callers fail and the next call tries again.</summary>
    Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs after the last call, unless the process dies.</summary>
    Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;
}
