namespace Centra.Storage;

/// <summary>Whether a patient's rows may be read.</summary>
public enum PatientStatus
{
    /// <summary>Never stored.</summary>
    None = 0,

    /// <summary>In the vault, readable by those who may.</summary>
    Live = 1,

    /// <summary>Hidden: may be somebody who opted out; in no list and no copy until an officer has decided.</summary>
    Held = 2,

    /// <summary>Erased: unreadable from the commit on; the sweep removes what is left, then this row.</summary>
    Going = 3,

    /// <summary>Nobody decided within 30 days: the content was purged and the patient stays out.</summary>
    Withheld = 4,
}
