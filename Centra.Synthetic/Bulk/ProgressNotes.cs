using System.Text;

namespace Centra.Synthetic;

/// <summary>Small documents with text in them.</summary>
internal static class ProgressNotes
{
    public static void Write(ResourceWriter writer, PatientStory story)
    {
        writer.Text("status", "current");
        writer.Concept("type", Code.Loinc("11506-3", "Progress note"));
        story.Subject(writer);
        writer.Moment("date", story.Today);
        writer.Json.WriteStartArray("content");
        writer.Json.WriteStartObject();
        writer.Json.WriteStartObject("attachment");
        writer.Text("contentType", "text/plain; charset=utf-8");
        var text = $"Progress note. {story.Site.Diagnosis[0].Display}. Cycle given as planned.";
        writer.Json.WriteBase64String("data", Encoding.UTF8.GetBytes(text));
        writer.Json.WriteEndObject();
        writer.Json.WriteEndObject();
        writer.Json.WriteEndArray();
    }
}
