using Centra.Testing;

namespace Centra.Proof.Crashes;

/// <summary>Something that may be cut off at any of its writes, and is then sent again by whoever heard no answer.</summary>
internal abstract class Story
{
    /// <summary>What was there before.</summary>
    public abstract Task PrepareAsync(GateHost gate);

    /// <summary>Does it, under the same command ids every time.</summary>
    /// <returns>What the client is told, without what differs from run to run.</returns>
    public abstract Task<string> ActAsync(GateHost gate);

    /// <summary>What holds after a cut and a restart, before anybody sends it again.</summary>
    /// <param name="gate">The gate after the restart.</param>
    /// <param name="told">What the client was told before the cut, or null.</param>
    public virtual Task CheckAsync(GateHost gate, string? told) => Task.CompletedTask;

    /// <summary>The same command every time.</summary>
    protected static CommandContext Command(string name, string actor = "tester") => new(CommandId.From(actor, "story", name), new Actor(actor, null));
}
