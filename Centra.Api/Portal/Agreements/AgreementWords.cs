using Centra.Agreements;

namespace Centra.Api.Portal;

/// <summary>Agreements in words.</summary>
public static class AgreementWords
{
    /// <summary>Where it stands and who has to act.</summary>
    public static string Standing(AgreementView agreement) => agreement.Standing switch
    {
        AgreementStanding.Issued when HasOpenChanges(agreement) => "Changes are asked for. They are answered, or a new version is made, before anybody signs.",
        AgreementStanding.Issued when agreement.Scan is { AttestedBy.Length: var by } => $"Signed on paper; {2 - by} of two attestations of the scan are missing.",
        AgreementStanding.Issued => "It waits for the signing official of the institution.",
        AgreementStanding.InstitutionSigned => "The institution has signed. It waits for the society's signatory.",
        AgreementStanding.Executed => "Both parties have signed it. It is fully executed.",
        AgreementStanding.Declined => "The institution has declined it.",
        AgreementStanding.Lapsed => "Nobody signed it in time. It has lapsed.",
        _ => "It was not issued.",
    };

    /// <summary>Whose signature.</summary>
    public static string Party(SignatureParty party) => party is SignatureParty.Institution ? "For the institution" : "For the society";

    /// <summary>Whether changes of the current version wait for an answer.</summary>
    public static bool HasOpenChanges(AgreementView agreement) =>
        agreement.Changes.Any(change => change.Answer is null && change.Version == agreement.Versions[^1].Number);
}
