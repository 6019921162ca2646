namespace Centra.Matching;

/// <summary>Sex as administrations record it (FHIR administrative-gender). Unknown and other are no evidence either way.</summary>
public enum AdministrativeSex
{
    /// <summary>Not said, or said to be unknown.</summary>
    Unknown = 0,

    Female = 1,

    Male = 2,

    Other = 3,
}
