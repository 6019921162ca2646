using System.Text.Json;
using Centra.Gate;

namespace Centra.Access;

/// <summary>A patient as far as a purpose shows. Lives as long as the answer.</summary>
public sealed record PatientView
{
    /// <summary>By which the patient is addressed: it says nothing to whoever lacks the key.</summary>
    public required string Handle { get; init; }

    /// <summary>Whose patient.</summary>
    public required string PracticeId { get; init; }

    /// <summary>What the look is for.</summary>
    public required string Purpose { get; init; }

    /// <summary>Given names.</summary>
    public IReadOnlyList<string>? Given { get; init; }

    /// <summary>Family name.</summary>
    public string? Family { get; init; }

    /// <summary>Former family names.</summary>
    public IReadOnlyList<string>? FormerFamily { get; init; }

    /// <summary>Birth date as recorded.</summary>
    public string? BirthDate { get; init; }

    /// <summary>Sex as recorded.</summary>
    public string? Sex { get; init; }

    /// <summary>National identifier.</summary>
    public string? NationalId { get; init; }

    /// <summary>Postal code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Address line.</summary>
    public string? AddressLine { get; init; }

    /// <summary>Phone.</summary>
    public string? Phone { get; init; }

    /// <summary>The practice's own ids.</summary>
    public IReadOnlyList<string>? PatientIds { get; init; }

    /// <summary>The FHIR Patient resource.</summary>
    public JsonElement? Resource { get; init; }

    /// <summary>What a purpose shows of a stored patient.</summary>
    public static PatientView Of(StoredPatient patient, Purpose purpose)
    {
        var person = patient.Resource.Demographics!;
        return new PatientView
        {
            Handle = PatientHandles.Of(patient.Row.IdHash),
            PracticeId = patient.Row.PracticeId,
            Purpose = purpose.Id,
            Given = List(PatientField.Given, person.Given),
            Family = Text(PatientField.Family, person.Family),
            FormerFamily = List(PatientField.FormerFamily, person.FormerFamily),
            BirthDate = Text(PatientField.BirthDate, person.BirthDate),
            Sex = Text(PatientField.Sex, person.Gender),
            NationalId = Text(PatientField.NationalId, person.NationalId),
            PostalCode = Text(PatientField.PostalCode, person.PostalCode),
            AddressLine = Text(PatientField.AddressLine, person.AddressLine),
            Phone = Text(PatientField.Phone, person.Phone),
            PatientIds = List(PatientField.PatientIds, person.PatientIds),
            Resource = purpose.Shows(PatientField.Resource) ? FhirJson.Read(patient.Resource.Bytes) : null,
        };

        string? Text(PatientField field, string? value) => purpose.Shows(field) ? value : null;
        IReadOnlyList<string>? List(PatientField field, IReadOnlyList<string> values) => purpose.Shows(field) ? values : null;
    }

    /// <summary>Only the handle.</summary>
    public override string ToString() => Handle;
}

/// <summary>A practice's own patient in its list.</summary>
public sealed record ListedPatient(string Handle, string PatientId, string Name, string? BirthDate, long Records)
{
    /// <summary>Only the handle.</summary>
    public override string ToString() => Handle;
}

/// <summary>A clinical record.</summary>
public sealed record PatientRecordView(string Type, JsonElement Resource)
{
    /// <summary>Only the type.</summary>
    public override string ToString() => Type;
}

/// <summary>Some of a list, and from where to read on; null at its end.</summary>
public sealed record LookedAt<T>(IReadOnlyList<T> Items, string? Next);
