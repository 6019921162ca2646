namespace Centra.Fhir;

/// <summary>What a resource is to the gate.</summary>
public enum FhirKind
{
    /// <summary>Not read.</summary>
    None = 0,

    /// <summary>A Patient: who somebody is.</summary>
    Patient = 1,

    /// <summary>Anything that belongs to exactly one patient.</summary>
    Clinical = 2,

    /// <summary>Of the allow list of data about no patient: Organization, Location, Practitioner, PractitionerRole, HealthcareService,
    /// Endpoint, Medication.</summary>
    Reference = 3,

    /// <summary>A Bundle of DELETE requests, as bulk export writes for what is gone.</summary>
    Deletion = 4,
}
