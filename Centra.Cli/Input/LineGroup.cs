namespace Centra.Cli.Input;

/// <summary>When a line is sent.</summary>
internal enum LineGroup
{
    /// <summary>Not in this pass.</summary>
    None = 0,

    /// <summary>Patients and reference data: before everything else.</summary>
    People = 1,

    /// <summary>What belongs to patients, and what cannot be told.</summary>
    Rest = 2,

    /// <summary>Deletions: after what stands before them, before what stands after them.</summary>
    Deletion = 3,
}
