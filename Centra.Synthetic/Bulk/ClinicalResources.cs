namespace Centra.Synthetic;

/// <summary>Writes what each clinical type has beside its id.</summary>
internal static class ClinicalResources
{
    private static readonly Code Chemotherapy = Code.Snomed("367336001", "Chemotherapy (procedure)");
    private static readonly Code Radiotherapy = Code.Snomed("108290001", "Radiation oncology AND/OR radiotherapy (procedure)");
    private static readonly Code Visit = Code.Snomed("185347001", "Encounter for problem (procedure)");

    private static readonly Code[] OtherProblems =
    [
        Code.Snomed("59621000", "Essential hypertension (disorder)"), Code.Snomed("44054006", "Diabetes mellitus type 2 (disorder)"),
        Code.Snomed("271737000", "Anemia (disorder)"), Code.Snomed("422587007", "Nausea (finding)"),
    ];

    private static readonly Code[] Vaccines =
    [
        new("http://hl7.org/fhir/sid/cvx", "140", "Influenza, split virus, trivalent, PF"),
        new("http://hl7.org/fhir/sid/cvx", "133", "Pneumococcal conjugate PCV 13"),
    ];

    private static readonly Code[] Allergens =
        [Code.RxNorm("1191", "Aspirin"), Code.RxNorm("7980", "Penicillin G"), Code.RxNorm("2670", "Codeine")];

    public static void Write(ResourceWriter writer, string type, PatientStory story)
    {
        writer.Meta(story.Today);
        switch (type)
        {
            case "Encounter":
                WriteEncounter(writer, story);
                break;
            case "Condition":
                WriteCondition(writer, story);
                break;
            case "Observation":
                Observations.Write(writer, story);
                break;
            case "MedicationRequest":
                WriteMedicationRequest(writer, story);
                break;
            case "Procedure":
                WriteProcedure(writer, story);
                break;
            case "Immunization":
                WriteImmunization(writer, story);
                break;
            case "AllergyIntolerance":
                WriteAllergy(writer, story);
                break;
            default:
                ProgressNotes.Write(writer, story);
                break;
        }
    }

    private static void WriteEncounter(ResourceWriter writer, PatientStory story)
    {
        writer.Text("status", "finished");
        writer.Json.WriteStartObject("class");
        writer.Coding(Code.Hl7("v3-ActCode", "AMB"));
        writer.Json.WriteEndObject();
        writer.Concepts("type", Visit);
        story.Subject(writer);
        writer.Json.WriteStartArray("participant");
        writer.Json.WriteStartObject();
        writer.Reference("individual", "Practitioner", story.CareSite.PractitionerId, "Dr. " + story.CareSite.Doctor);
        writer.Json.WriteEndObject();
        writer.Json.WriteEndArray();
        writer.Period(story.Today, story.Today.AddMinutes(40));
        writer.Reference("serviceProvider", "Organization", story.CareSite.OrganizationId, story.CareSite.Name);
    }

    private static void WriteCondition(ResourceWriter writer, PatientStory story)
    {
        writer.Concept("clinicalStatus", Code.Hl7("condition-clinical", "active"));
        writer.Concept("verificationStatus", Code.Hl7("condition-ver-status", "confirmed"));
        writer.Concepts("category", Code.Hl7("condition-category", "encounter-diagnosis"));
        writer.Concept("code", story.DiagnosisId is null ? story.Site.Diagnosis : [Pick(OtherProblems, story)]);
        story.Subject(writer);
        InEncounter(writer, story);
        writer.Moment("onsetDateTime", story.Today);
    }

    private static void WriteMedicationRequest(ResourceWriter writer, PatientStory story)
    {
        writer.Text("status", "completed");
        writer.Text("intent", "order");
        writer.Concept("medicationCodeableConcept", Pick(story.Site.Drugs, story));
        story.Subject(writer);
        InEncounter(writer, story);
        writer.Moment("authoredOn", story.Today);
        writer.Reference("requester", "Practitioner", story.CareSite.PractitionerId, "Dr. " + story.CareSite.Doctor);
        Because(writer, story);
    }

    private static void WriteProcedure(ResourceWriter writer, PatientStory story)
    {
        writer.Text("status", "completed");
        writer.Concept("code", Pick([story.Site.Surgery, Chemotherapy, Chemotherapy, Radiotherapy], story));
        story.Subject(writer);
        InEncounter(writer, story);
        writer.Moment("performedDateTime", story.Today);
        writer.Reference("location", "Location", story.CareSite.LocationId, story.CareSite.Name);
        Because(writer, story);
    }

    private static void WriteImmunization(ResourceWriter writer, PatientStory story)
    {
        writer.Text("status", "completed");
        writer.Concept("vaccineCode", Pick(Vaccines, story));
        story.Subject(writer, "patient");
        InEncounter(writer, story);
        writer.Moment("occurrenceDateTime", story.Today);
        writer.Text("lotNumber", "LOT" + story.Random.Next(10_000, 99_999));
    }

    private static void WriteAllergy(ResourceWriter writer, PatientStory story)
    {
        writer.Concept("clinicalStatus", Code.Hl7("allergyintolerance-clinical", "active"));
        writer.Concept("verificationStatus", Code.Hl7("allergyintolerance-verification", "confirmed"));
        writer.Text("type", "allergy");
        writer.Concept("code", Pick(Allergens, story));
        story.Subject(writer, "patient");
        writer.Moment("recordedDate", story.Today);
    }

    private static void InEncounter(ResourceWriter writer, PatientStory story) =>
        writer.Reference("encounter", "Encounter", story.EncounterId!);

    private static void Because(ResourceWriter writer, PatientStory story) =>
        writer.References("reasonReference", "Condition", story.DiagnosisId!, story.Site.Diagnosis[0].Display);

    private static Code Pick(Code[] codes, PatientStory story) => codes[story.Random.Next(codes.Length)];
}
