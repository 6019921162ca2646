namespace Centra.Fhir;

/// <summary>
/// Which resource types belong to a patient, and the root elements that name the patient.
/// Source: FHIR R4 (4.0.1), CompartmentDefinition/patient and the resource definitions. Of the compartment's parameters only those that
/// say whom the resource is about are taken (not who recorded or performed it). Beside the compartment: Contract, Device,
/// GuidanceResponse and Task, which name a patient in an element of their own. Group is left out: it is about many.
/// </summary>
internal static class PatientCompartment
{
    private const string Table = """
        Account subject
        AdverseEvent subject
        AllergyIntolerance patient
        Appointment participant
        AppointmentResponse actor
        AuditEvent agent entity
        Basic subject
        BodyStructure patient
        CarePlan subject
        CareTeam subject
        ChargeItem subject
        Claim patient
        ClaimResponse patient
        ClinicalImpression subject
        Communication subject
        CommunicationRequest subject
        Composition subject
        Condition subject
        Consent patient
        Contract subject
        Coverage beneficiary
        CoverageEligibilityRequest patient
        CoverageEligibilityResponse patient
        DetectedIssue patient
        Device patient
        DeviceRequest subject
        DeviceUseStatement subject
        DiagnosticReport subject
        DocumentManifest subject
        DocumentReference subject
        Encounter subject
        EnrollmentRequest candidate
        EpisodeOfCare patient
        ExplanationOfBenefit patient
        FamilyMemberHistory patient
        Flag subject
        Goal subject
        GuidanceResponse subject
        ImagingStudy subject
        Immunization patient
        ImmunizationEvaluation patient
        ImmunizationRecommendation patient
        Invoice subject
        List subject
        MeasureReport subject
        Media subject
        MedicationAdministration subject
        MedicationDispense subject
        MedicationRequest subject
        MedicationStatement subject
        MolecularSequence patient
        NutritionOrder patient
        Observation subject
        Person link
        Procedure subject
        Provenance target
        QuestionnaireResponse subject
        RelatedPerson patient
        RequestGroup subject
        ResearchSubject individual
        RiskAssessment subject
        Schedule actor
        ServiceRequest subject
        Specimen subject
        SupplyDelivery patient
        SupplyRequest deliverTo
        Task for
        VisionPrescription patient
        """;

    public static IEnumerable<FhirType> Types() =>
        from row in Table.Split('\n', StringSplitOptions.TrimEntries)
        let words = row.Split(' ')
        select new FhirType(words[0], FhirKind.Clinical, words[1..]);
}
