namespace Centra.Matching;

/// <summary>How far a field of two identities agrees. The numbers ascend with the evidence that they are one person's.</summary>
public enum AgreementLevel
{
    /// <summary>Never the outcome of a comparison.</summary>
    None = 0,

    /// <summary>Both have it, and it is another.</summary>
    Disagree = 1,

    /// <summary>At least one lacks it: no evidence.</summary>
    Missing = 2,

    /// <summary>What one has is a part of what the other has: an initial, a year without day, a street without number.</summary>
    Partial = 3,

    /// <summary>Alike, but each a given name in its own right, as twins' are (Maria and Marie): evidence, never proof.</summary>
    Similar = 4,

    /// <summary>One edit apart.</summary>
    Near = 5,

    /// <summary>Sounds alike.</summary>
    Phonetic = 6,

    /// <summary>Given for family name, or day for month.</summary>
    Exchanged = 7,

    Agree = 8,
}
