using System.Text.Json;

namespace Centra.Documents;

/// <summary>Reads JSON that people wrote: everything that is wrong is named by its path, and nothing unknown is passed over.</summary>
public static class Document
{
    private const int MostFaultsTold = 5;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>What the document says, or a refusal that names the fields.</summary>
    /// <param name="json">The document.</param>
    /// <param name="read">Reads its fields.</param>
    /// <param name="wrong">The refusal.</param>
    public static Result<T> Read<T>(string json, Func<Fields, T> read, Enum wrong)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var faults = new List<string>();
            var content = Fields.Whole(document.RootElement, faults, read);
            return faults.Count == 0 ? content! : wrong.Because(Told(faults));
        }
        catch (JsonException error)
        {
            return wrong.Because($"The document is no JSON: look at line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}, and for names given twice.");
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is noticed only where the string is read.
            return wrong.Because("The document has a string that is no text.");
        }
    }

    private static string Told(List<string> faults) =>
        string.Join(' ', faults.Take(MostFaultsTold)) + (faults.Count > MostFaultsTold ? $" And {faults.Count - MostFaultsTold} more." : "");
}
