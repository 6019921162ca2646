namespace Centra.Synthetic;

/// <summary>How much is written for each person.</summary>
/// <param name="ClinicalPerPatient">Clinical resources for each patient: exactly so many, 0 for patients alone.</param>
/// <param name="BytesPerResource">Least size of a clinical resource; its narrative is filled up to it. 0 for no narrative.</param>
public sealed record BulkOptions(int ClinicalPerPatient = 40, int BytesPerResource = 1_500);

/// <summary>What was written.</summary>
/// <param name="Patients">Number of patients.</param>
/// <param name="Clinical">Number of their clinical resources.</param>
/// <param name="Reference">Number of organizations, locations and practitioners.</param>
/// <param name="Bytes">Length of all files.</param>
public sealed record BulkSummary(long Patients, long Clinical, long Reference, long Bytes);
