namespace Orleans.Runtime;

/// <summary>One activation of a grain, as the engine sees it.</summary>
public interface IGrainContext
{
    GrainId GrainId { get; }

    object? GrainInstance { get; }

    /// <summary>Services that live as long as the activation.</summary>
    IServiceProvider ActivationServices { get; }

    /// <summary>Ends once the activation is gone.</summary>
    Task Deactivated { get; }

    /// <summary>Ends the activation once its running calls have ended. Waiting calls go to the next activation.</summary>
    void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);
}
