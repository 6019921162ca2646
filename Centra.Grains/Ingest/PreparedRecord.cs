using Centra.Storage;

namespace Centra.Ingest;

/// <summary>A clinical line with everything that its write needs, made before the transaction.</summary>
/// <param name="Line">The line.</param>
/// <param name="Patient">The patient it belongs to, live or held.</param>
/// <param name="Head">What is stored under its id.</param>
/// <param name="Content">The sealed content; null where it seemed unchanged, or removes what is stored.</param>
/// <param name="CopyId">The id of its copy, if it has one.</param>
/// <param name="Copy">Its copy, for a live patient.</param>
/// <param name="Promises">Ids that its copy refers to and that are not there yet.</param>
public sealed record PreparedRecord(
    BatchLine Line, PatientRow Patient, ResourceHead? Head, byte[]? Content, byte[]? CopyId, CopyRow? Copy, IReadOnlyList<(Key128 Id, byte[] CopyId)> Promises);
