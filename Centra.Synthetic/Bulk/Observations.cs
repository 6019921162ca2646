namespace Centra.Synthetic;

/// <summary>Staging first, then the tumour marker and routine measurements in turn.</summary>
internal static class Observations
{
    public static void Write(ResourceWriter writer, PatientStory story)
    {
        writer.Text("status", "final");
        writer.Concepts("category", Code.Hl7("observation-category", "laboratory"));
        story.Subject(writer);
        writer.Reference("encounter", "Encounter", story.EncounterId!);
        writer.Moment("effectiveDateTime", story.Today);
        writer.References("performer", "Organization", story.CareSite.OrganizationId, story.CareSite.Name);
        if (story.ObservationNumber < Measurement.Staging.Length)
            WriteStage(writer, story);
        else
            WriteMeasurement(writer, story, MeasurementFor(story));
    }

    private static Measurement MeasurementFor(PatientStory story)
    {
        var turn = story.ObservationNumber % (Measurement.Routine.Length + 1);
        return turn < Measurement.Routine.Length
            ? Measurement.Routine[turn] : new Measurement(story.Site.Marker, story.Site.MarkerUnit, 0.5, 250);
    }

    private static void WriteStage(ResourceWriter writer, PatientStory story)
    {
        var (code, answers) = Measurement.Staging[story.ObservationNumber];
        writer.Concept("code", code);
        writer.Concept("valueCodeableConcept", answers[story.Random.Next(answers.Length)]);
    }

    private static void WriteMeasurement(ResourceWriter writer, PatientStory story, Measurement measurement)
    {
        writer.Concept("code", measurement.Code);
        var value = measurement.Low + (story.Random.NextDouble() * (measurement.High - measurement.Low));
        writer.Quantity("valueQuantity", measurement.Unit == "{score}" ? Math.Round(value) : value, measurement.Unit);
    }
}
