using Orleans;

namespace Centra.Storage;

/// <summary>The COMMIT itself failed: the writes may or may not be there. Whoever holds state from before must read it again.</summary>
[GenerateSerializer, Alias("centra.storage.CommitOutcomeUnknownException")]
public sealed class CommitOutcomeUnknownException(Exception inner)
    : Exception("The database did not confirm a commit; its outcome is unknown.", inner);
