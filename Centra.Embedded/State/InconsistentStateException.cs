using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>Somebody else has changed the stored state since it was read. Nothing was written; the activation that tried ends.</summary>
public class InconsistentStateException : OrleansException
{
    public InconsistentStateException()
    {
    }

    public InconsistentStateException(string message)
        : base(message)
    {
    }

    public InconsistentStateException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag)
        : base(errorMsg)
    {
        StoredEtag = storedEtag;
        CurrentEtag = currentEtag;
    }

    /// <summary>What the storage holds, where it told.</summary>
    public string? StoredEtag { get; }

    /// <summary>What the grain held.</summary>
    public string? CurrentEtag { get; }

    /// <summary>Whether it has not left the grain whose write it was yet.</summary>
    internal bool IsSourceActivation { get; set; } = true;
}
