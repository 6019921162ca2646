namespace Centra.Proof.Soak;

/// <summary>What befalls processes.</summary>
internal enum Fate
{
    /// <summary>SIGKILL to one.</summary>
    KillOne = 1,

    /// <summary>SIGKILL to all but one.</summary>
    KillAllButOne,

    /// <summary>SIGKILL to all at once.</summary>
    KillAll,

    /// <summary>SIGTERM to one.</summary>
    Stop,

    /// <summary>One is frozen for a time: shorter or longer than the others need to take it out, or about as long.</summary>
    Pause,

    /// <summary>One is frozen until the others do without it, and then goes on.</summary>
    PauseUntilTakenOut,
}
