using System.Text.Json;

namespace Centra.Access;

/// <summary>What an officer writes about a disclosure; kept encrypted, since words may name a patient.</summary>
/// <param name="Recipient">To whom.</param>
/// <param name="Purpose">What for.</param>
/// <param name="What">What is disclosed, in words: this is what the accounting says.</param>
/// <param name="Types">FHIR types of the records that go with the Patient resource; the least that the order asks for.</param>
public sealed record DisclosureWords(string Recipient, string Purpose, string What, string[] Types)
{
    private const int Longest = 500;

    /// <summary>Whether something is missing or too long.</summary>
    public bool AreIncomplete => new[] { Recipient, Purpose, What }.Any(text => string.IsNullOrWhiteSpace(text) || text.Length > Longest) || Types.Length > 100;

    /// <summary>As text.</summary>
    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>From text.</summary>
    public static DisclosureWords Read(string text) => JsonSerializer.Deserialize<DisclosureWords>(text)!;

    /// <summary>Says nothing.</summary>
    public override string ToString() => nameof(DisclosureWords);
}

/// <summary>A disclosure as proposed.</summary>
/// <param name="PracticeId">The practice.</param>
/// <param name="PatientId">Its id of the patient.</param>
/// <param name="Basis">What allows it.</param>
/// <param name="OrderSha256">SHA-256 of the order or form, 64 hex digits.</param>
/// <param name="Words">What the officer writes.</param>
public sealed record ProposedDisclosure(string PracticeId, string PatientId, DisclosureBasis Basis, string OrderSha256, DisclosureWords Words)
{
    /// <summary>Says nothing.</summary>
    public override string ToString() => nameof(ProposedDisclosure);
}
