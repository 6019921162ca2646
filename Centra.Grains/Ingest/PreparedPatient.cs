using Centra.Gate;
using Centra.Storage;

namespace Centra.Ingest;

/// <summary>A Patient line with everything that its write needs, made before the transaction.</summary>
/// <param name="Line">The line.</param>
/// <param name="Screened">What the register said.</param>
/// <param name="PatientNo">The row that it was prepared for; null where there was none.</param>
/// <param name="KeyNo">The key that the content is sealed with; 0 where nothing was sealed because nothing seemed to change.</param>
/// <param name="Content">The sealed content.</param>
/// <param name="Pseudonym">The subject's name in the copies, for a permitted line.</param>
/// <param name="Copy">The copy, for a permitted line.</param>
/// <param name="BirthYear">Year of birth that the copies may carry.</param>
public sealed record PreparedPatient(
    BatchLine Line, ScreenedPerson Screened, long? PatientNo, long KeyNo, byte[]? Content, byte[]? Pseudonym, CopyRow? Copy, int? BirthYear);
