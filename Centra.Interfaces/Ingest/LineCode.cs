namespace Centra.Ingest;

/// <summary>
/// Why a line of an input file was not taken. A code says what is wrong and never what the line says: codes go to logs, receipts and
/// answers, content does not.
/// </summary>
public enum LineCode
{
    /// <summary>Nothing is wrong with the line.</summary>
    None = 0,

    /// <summary>The line is no complete JSON value, or something follows the value.</summary>
    NotJson = 1,

    /// <summary>The line has bytes that are no UTF-8, or an escape that is half of a surrogate pair.</summary>
    NotUtf8 = 2,

    /// <summary>Objects and arrays are nested more than 64 deep.</summary>
    TooDeep = 3,

    /// <summary>An object names the same member twice, so that two readers could read two different records.</summary>
    DuplicateKey = 4,

    /// <summary>A member's name is written with escapes; names in FHIR are plain ASCII, and an escape could only hide one.</summary>
    EscapedName = 5,

    /// <summary>An object has more than 512 members; no FHIR type has.</summary>
    TooManyMembers = 6,

    /// <summary>The line is longer than 16 MiB.</summary>
    LineTooLong = 7,

    /// <summary>The line is JSON, but no object.</summary>
    NotAnObject = 8,

    /// <summary>The object has no resourceType.</summary>
    NotAResource = 9,

    /// <summary>The type is none of FHIR R4, or belongs neither to a patient nor to the reference data that is taken.</summary>
    UnknownResourceType = 10,

    /// <summary>The resource has no id.</summary>
    NoId = 11,

    /// <summary>The id is not one to 64 letters, digits, hyphens and dots.</summary>
    BadId = 12,

    /// <summary>
    /// The resource does not name exactly one patient by a literal reference: none, two, or one that only a search, an identifier, a urn
    /// or a contained resource would tell.
    /// </summary>
    NoSubject = 13,

    /// <summary>A date that matters to who the patient is, or to which version is newer, is no date.</summary>
    BadDate = 14,

    /// <summary>An element that matters to who the patient is has the wrong shape, or a value that the mapping lacks.</summary>
    BadValue = 15,

    /// <summary>A Bundle holds anything but DELETE requests by type and id.</summary>
    NotADeletion = 16,

    /// <summary>An identity was expected, and the line is a resource other than a Patient.</summary>
    NotAPatient = 17,

    /// <summary>A CSV row has another number of fields than the header, or its quotes do not match.</summary>
    BadCsvRow = 18,

    /// <summary>The CSV header lacks a column that the mapping needs; every row of the file carries this code.</summary>
    MissingColumn = 19,

    /// <summary>The CSV header names a column twice; every row of the file carries this code.</summary>
    DuplicateColumn = 20,

    /// <summary>The record's subject is a patient that this practice never sent.</summary>
    UnknownSubject = 40,
}
