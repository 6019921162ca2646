using System.Text.Json;
using Centra.Api.Consent;

namespace Centra.Api.Portal;

/// <summary>The opt-out form as a browser sends it. It becomes the same document that the interface takes, so that the same rules read it.</summary>
public sealed class OptOutEntryForm
{
    /// <summary>Made with the empty form; the same form sent twice is one opt-out.</summary>
    public string? Key { get; set; }

    /// <summary>preview or enter.</summary>
    public string? Action { get; set; }

    /// <summary>Given names, separated by spaces.</summary>
    public string? Given { get; set; }

    /// <summary>Family name.</summary>
    public string? Family { get; set; }

    /// <summary>Former family name.</summary>
    public string? FormerFamily { get; set; }

    /// <summary>Date of birth.</summary>
    public string? BirthDate { get; set; }

    /// <summary>Sex.</summary>
    public string? Sex { get; set; }

    /// <summary>National identifier.</summary>
    public string? NationalId { get; set; }

    /// <summary>Postal code.</summary>
    public string? PostalCode { get; set; }

    /// <summary>Street and number.</summary>
    public string? AddressLine { get; set; }

    /// <summary>Telephone.</summary>
    public string? Phone { get; set; }

    /// <summary>The practice's number of the patient.</summary>
    public string? PatientId { get; set; }

    /// <summary>Date on the form.</summary>
    public string? FormDate { get; set; }

    /// <summary>Who signed.</summary>
    public string? AskedBy { get; set; }

    /// <summary>Says nothing.</summary>
    public override string ToString() => nameof(OptOutEntryForm);

    internal Result<IdentityDocument> ToDocument() => IdentityDocument.Read(ToJson());

    internal byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object?>
    {
        ["given"] = Words(Given),
        ["family"] = Blank(Family),
        ["formerFamily"] = FormerFamily is { Length: > 0 } former ? new[] { former } : [],
        ["birthDate"] = Blank(BirthDate),
        ["sex"] = Blank(Sex),
        ["nationalId"] = Blank(NationalId),
        ["postalCode"] = Blank(PostalCode),
        ["addressLine"] = Blank(AddressLine),
        ["phone"] = Blank(Phone),
        ["patientIds"] = PatientId is { Length: > 0 } id ? new[] { id.Trim() } : [],
        ["formDate"] = Blank(FormDate),
        ["askedBy"] = Blank(AskedBy),
    }.Where(pair => pair.Value is not null).ToDictionary());

    private static string[] Words(string? text) => (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What the preview says.</summary>
public sealed record OptOutEffectView(int PatientsErased, int PatientsHeld);
