using System.Text.Json;
using Centra.Consent;
using Centra.Fhir;
using Centra.Ingest;

namespace Centra.Api.Consent;

/// <summary>Reads what comes with an opt-out: the identity, and beside it the form's date and digest and who asked.</summary>
internal sealed record IdentityDocument(PatientDemographics Demographics, string? FormDate, AskedBy AskedBy, byte[] FormSha256)
{
    /// <summary>Reads one JSON object.</summary>
    public static Result<IdentityDocument> Read(ReadOnlyMemory<byte> json)
    {
        var line = IdentityLine.Read(json);
        if (line.Demographics is not { } demographics)
            return ConsentRefusal.IdentityIsUnreadable.Because(Sentence(line.Code));
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return Form(root) is { } form
            ? new IdentityDocument(demographics, Text(root, "formDate"), Asked(Text(root, "askedBy")), form)
            : ConsentRefusal.FormIsMissing.Because("formSha256 has 64 hex digits.");
    }

    private static byte[]? Form(JsonElement root)
    {
        var text = Text(root, "formSha256");
        if (string.IsNullOrEmpty(text))
            return [];
        return text.Length == 64 && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : null;
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static AskedBy Asked(string? text) => text switch
    {
        "parentOrGuardian" => AskedBy.ParentOrGuardian,
        "personalRepresentative" => AskedBy.PersonalRepresentative,
        "executor" => AskedBy.Executor,
        "societyOfficer" => AskedBy.SocietyOfficer,
        _ => AskedBy.Self,
    };

    private static string Sentence(LineCode code) => $"The identity cannot be read ({code}): {Portal.Words.Unreadable(code.ToString())}.";
}
