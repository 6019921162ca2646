using Centra.Access;
using Centra.Api.Http;
using Centra.Storage;

namespace Centra.Api.Access;

/// <summary>A disclosure to be proposed.</summary>
/// <param name="PracticeId">The practice.</param>
/// <param name="PatientId">Its id of the patient.</param>
/// <param name="Recipient">To whom.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Basis">law or authorization.</param>
/// <param name="OrderSha256">SHA-256 of the order or of the patient's form.</param>
/// <param name="What">What is disclosed, in words, for the accounting.</param>
/// <param name="Types">FHIR types of the records that go with the Patient resource.</param>
internal sealed record NewDisclosure(
    string? PracticeId, string? PatientId, string? Recipient, string? Purpose, string? Basis, string? OrderSha256, string? What, string[]? Types)
{
    /// <summary>Says nothing.</summary>
    public override string ToString() => nameof(NewDisclosure);
}

/// <summary>What was disclosed of a person.</summary>
internal sealed record AccountingView(IReadOnlyList<AccountedDisclosure> Disclosures);

/// <summary>A disclosure in a list.</summary>
public sealed record DisclosureItem(
    string DisclosureId, string PracticeId, DisclosureBasis Basis, string OrderSha256, string ProposedBy, DateTimeOffset ProposedAt, string? ApprovedBy, DateTimeOffset? ApprovedAt,
    string? DeliveredBy, DateTimeOffset? DeliveredAt)
{
    public static DisclosureItem Of(DisclosureRow row) => new(
        row.DisclosureId, row.PracticeId, (DisclosureBasis)row.Basis, Convert.ToHexStringLower(row.OrderSha256), row.ProposedBy, Listing.Time(row.ProposedAt), row.ApprovedBy,
        row.ApprovedAt is { } approved ? Listing.Time(approved) : null, row.DeliveredBy, row.DeliveredAt is { } delivered ? Listing.Time(delivered) : null);
}
