namespace Centra.Practices;

/// <summary>Whether a practice takes part.</summary>
public enum PracticeStanding
{
    /// <summary>There is no such practice.</summary>
    None = 0,

    /// <summary>Known, not yet sending.</summary>
    Joining = 1,

    /// <summary>Sends records while its agreement and its attestation hold.</summary>
    Active = 2,

    /// <summary>Going: keys revoked, identifiable data to be erased within 30 days.</summary>
    Leaving = 3,

    /// <summary>Gone: its identifiable data are erased. Its opt-outs, the copies and its receipts stay.</summary>
    Left = 4,
}

/// <summary>What an API key may be used for. A key has one or more.</summary>
[Flags]
public enum KeyScopes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Open jobs and send batches.</summary>
    Ingest = 1,

    /// <summary>Ask whether identities are suppressed, storing nothing.</summary>
    Screen = 2,

    /// <summary>Send opt-outs, read their receipts, ask for withdrawals.</summary>
    OptOut = 4,

    /// <summary>Read the practice's own patients.</summary>
    Read = 8,
}
