using System.Text;
using System.Text.Json;

namespace Centra.Fhir;

// This part minds references: which patient they name, or whether they may name one without saying which.
internal ref partial struct FhirScanner
{
    private const byte NamesPatient = 1;
    private const byte SaysPatient = 2;
    private const byte SaysOther = 4;
    private const byte IsUnresolvable = 8;

    private void OnReferenceType(int depth)
    {
        if (reader.TokenType != JsonTokenType.String)
            return;
        Span<byte> scratch = stackalloc byte[LongestReference];
        var type = Text(scratch);
        var isPatient = Ascii.EqualsIgnoreCase(type[(type.LastIndexOf((byte)'/') + 1)..], "Patient"u8);
        marks[depth] |= isPatient ? SaysPatient : SaysOther;
    }

    private void OnReference(int depth)
    {
        Found.NeedsSecondReading |= Found.Type is null;
        Span<byte> scratch = stackalloc byte[LongestReference];
        var text = Text(scratch);
        if (text.IsEmpty && reader.TokenType == JsonTokenType.String)
            Refuse();
        var reference = FhirReference.Parse(text);
        switch (reference.Target)
        {
            case ReferenceTarget.Patient:
                marks[depth] |= NamesPatient;
                OnPatient(reference.Id);
                break;
            case ReferenceTarget.UnclearPatient:
                Refuse();
                break;
            case ReferenceTarget.Unresolvable:
                marks[depth] |= IsUnresolvable;
                break;
        }
    }

    private void OnPatient(scoped ReadOnlySpan<byte> id)
    {
        if (MayNameOthers)
            return;
        Found.HasSubject |= Found.Type is not null && Found.Type.IsSubjectElement(root);
        Found.PatientId ??= Encoding.ASCII.GetString(id);
        if (!Ascii.Equals(id, Found.PatientId))
            Refuse();
    }

    /// <summary>A reference whose target is not in its text: refused where it may be a patient.</summary>
    private void OnReferenceEnd(int depth)
    {
        var mark = marks[depth];
        if ((mark & (SaysPatient | NamesPatient)) == SaysPatient || (mark & (IsUnresolvable | SaysOther)) == IsUnresolvable)
            Refuse();
    }
}
