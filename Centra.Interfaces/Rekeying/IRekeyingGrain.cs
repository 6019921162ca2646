using Orleans;

namespace Centra.Rekeying;

/// <summary>
/// Moves the register to a new key epoch while it is in use. Key: <c>rekeying/register</c>. It goes on by itself after a crash.
/// (Design: opt-out.md, "Matching": rotation needs no identities.)
/// </summary>
[Alias("centra.rekeying.grain")]
public interface IRekeyingGrain : IGrainWithStringKey, IRemindable
{
    /// <summary>Begins an epoch, or goes on with the one that was begun. Idempotent.</summary>
    [Alias("begin")]
    Task<Result<RekeyingView>> Begin();

    /// <summary>Where it stands.</summary>
    [Alias("view")]
    Task<RekeyingView> View();
}

/// <summary>Where re-keying stands.</summary>
/// <param name="Epoch">The highest epoch in force.</param>
/// <param name="Stage">What is being done.</param>
/// <param name="Left">Rows that are left to do in this stage, opt-out tokens and patients together.</param>
[GenerateSerializer, Immutable, Alias("centra.rekeying.view")]
public sealed record RekeyingView([property: Id(0)] int Epoch, [property: Id(1)] RekeyingStage Stage, [property: Id(2)] long Left);

/// <summary>The stages of re-keying.</summary>
public enum RekeyingStage
{
    /// <summary>Nothing is going on.</summary>
    None = 0,

    /// <summary>Both epochs are in force; what was there before gets its new tokens.</summary>
    Adding = 1,

    /// <summary>The new epoch is in force alone; the old tokens are removed.</summary>
    Removing = 2,
}
