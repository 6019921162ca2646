using System.Text;
using System.Text.Json;
using Centra.Ingest;

namespace Centra.Fhir;

// This part minds the few members that say what the resource is and whom it is about.
internal ref partial struct FhirScanner
{
    private const int LongestReference = 512;

    /// <summary>A Patient may link to the patients that it replaces, and a Bundle of deletions is about many.</summary>
    private readonly bool MayNameOthers => Found.Type switch
    {
        { Kind: FhirKind.Patient } => root.SequenceEqual("link"u8),
        { Kind: FhirKind.Deletion } => true,
        _ => false,
    };

    private void OnMember(int depth)
    {
        switch (name.Length)
        {
            case 2 when depth == 1 && name.SequenceEqual("id"u8):
                OnId();
                break;
            case 4 when depth > 1 && name.SequenceEqual("type"u8):
                OnReferenceType(depth);
                break;
            case 4 when name.SequenceEqual("code"u8):
                OnStatus("verificationStatus"u8, "clinicalStatus"u8);
                break;
            case 6 when depth == 1 && name.SequenceEqual("status"u8):
                OnStatus("status"u8, default);
                break;
            case 9 when name.SequenceEqual("reference"u8):
                OnReference(depth);
                break;
            case 11 when depth == 2 && root.SequenceEqual("meta"u8) && name.SequenceEqual("lastUpdated"u8):
                OnLastUpdated();
                break;
            case 12 when name.SequenceEqual("resourceType"u8):
                OnResourceType(depth);
                break;
        }
    }

    private void OnId()
    {
        Found.HasId = true;
        Span<byte> scratch = stackalloc byte[LongestReference];
        var id = Text(scratch);
        if (FhirId.IsValid(id))
            Found.Id = Encoding.ASCII.GetString(id);
    }

    private void OnStatus(ReadOnlySpan<byte> element, ReadOnlySpan<byte> or)
    {
        if (root.SequenceEqual(element) || root.SequenceEqual(or))
            Found.IsEnteredInError |= reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("entered-in-error"u8);
    }

    private void OnLastUpdated()
    {
        Span<byte> scratch = stackalloc byte[64];
        if (reader.TokenType == JsonTokenType.String && HasOffset(Text(scratch)) && reader.TryGetDateTimeOffset(out var moment))
            Found.LastUpdated = moment;
        else
            Object(LineCode.BadDate);
    }

    /// <summary>Without an offset the machine's own time zone would decide which version is newer.</summary>
    private static bool HasOffset(ReadOnlySpan<byte> instant) =>
        instant.Length >= 20 && (instant[^1] == 'Z' || instant[^6] is (byte)'+' or (byte)'-');

    private void OnResourceType(int depth)
    {
        Span<byte> scratch = stackalloc byte[LongestReference];
        var type = Text(scratch);
        if (depth == 1)
        {
            Found.HasResourceType = reader.TokenType == JsonTokenType.String;
            Found.Type = FhirType.Find(type);
        }
        else if (type.SequenceEqual("Patient"u8))
        {
            Found.NeedsSecondReading |= Found.Type is null;
            Refuse();
        }
    }

    private void Refuse()
    {
        if (!MayNameOthers)
            Object(LineCode.NoSubject);
    }

    private void Object(LineCode code) => Found.Problem = Found.Problem == LineCode.None ? code : Found.Problem;

    /// <summary>The value's text without escapes; empty when it is no string or longer than anything that matters here.</summary>
    private readonly ReadOnlySpan<byte> Text(Span<byte> scratch)
    {
        if (reader.TokenType != JsonTokenType.String)
            return default;
        if (!reader.ValueIsEscaped)
            return reader.ValueSpan;
        return reader.ValueSpan.Length <= scratch.Length ? scratch[..reader.CopyString(scratch)] : default;
    }
}
