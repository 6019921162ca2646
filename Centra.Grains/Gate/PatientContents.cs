using System.Security.Cryptography;
using Centra.Fhir;
using Centra.Matching;
using Centra.Storage;

namespace Centra.Gate;

/// <summary>Opens what the vault keeps of patients, for matching and for copies.</summary>
public sealed class PatientContents(PatientKeys keys)
{
    /// <summary>Encrypts a content under a patient's key, bound to the row it belongs to.</summary>
    public static byte[] Seal(AesGcm cipher, ReadOnlySpan<byte> content, Key128 idHash)
    {
        Span<byte> about = stackalloc byte[Key128.Size];
        idHash.CopyTo(about);
        return Sealing.Seal(cipher, content, about);
    }

    /// <summary>Decrypts a content.</summary>
    public static byte[] Open(AesGcm cipher, ReadOnlySpan<byte> box, Key128 idHash)
    {
        Span<byte> about = stackalloc byte[Key128.Size];
        idHash.CopyTo(about);
        return Sealing.Open(cipher, box, about);
    }

    /// <summary>Reads stored Patient resources; one whose key is gone is missing from the answer.</summary>
    public async Task<IReadOnlyDictionary<long, StoredPatient>> ReadAsync(IReadOnlyCollection<PatientRow> rows)
    {
        var opened = await keys.OpenAsync([.. rows.Select(row => row.KeyNo).Distinct()]);
        var patients = new Dictionary<long, StoredPatient>();
        foreach (var row in rows)
        {
            if (row.Content is not null && opened.TryGetValue(row.KeyNo, out var key))
                patients[row.PatientNo] = Read(row, key);
        }
        return patients;
    }

    private static StoredPatient Read(PatientRow row, PatientKey key)
    {
        using var cipher = Sealing.Cipher(key.Key);
        var line = FhirLine.Read(Open(cipher, row.Content, row.IdHash));
        return new StoredPatient(row, line.Resource ?? throw new CryptographicException("A stored patient is no FHIR resource."));
    }
}

/// <summary>A stored patient in the clear: only inside one operation, never kept.</summary>
public sealed record StoredPatient(PatientRow Row, FhirResource Resource)
{
    /// <summary>The identity that is matched.</summary>
    public NormalIdentity Identity() => Resource.Demographics!.ToIdentity();

    /// <summary>Only the number.</summary>
    public override string ToString() => Row.ToString();
}
