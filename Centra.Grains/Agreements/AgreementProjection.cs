using System.Globalization;
using Centra.Recording;
using Centra.Storage;

namespace Centra.Agreements;

/// <summary>Keeps the list of agreements.</summary>
public sealed class AgreementProjection : MappedProjection
{
    /// <inheritdoc/>
    public override string StreamPrefix => "agreement/";

    /// <inheritdoc/>
    protected override async Task ApplyAsync(ReadContext context, RecordedEvent recorded)
    {
        // What takes rows away is told of this by itself.
        if (recorded.Type == Tombstone.RemovalEvent)
            return;
        var requestId = recorded.Stream[StreamPrefix.Length..];
        if (recorded.Read<AgreementIssued>() is { } issued)
        {
            context.Add(Renew(new AgreementRow { RequestId = requestId, Standing = "" }, issued.Version));
            return;
        }
        var row = await context.FindAsync<AgreementRow>(requestId) ?? throw new StreamBrokenException($"Agreement {requestId} has no row.");
        if (recorded.Read<AgreementRevised>() is { } revised)
            Renew(row, revised.Version);
        else if (recorded.Read<AgreementSigned>() is { } signed)
            Sign(row, signed.Signature);
        else if (recorded.Read<AgreementExecuted>() is { } executed)
            (row.Standing, row.Starts, row.Ends) = (nameof(AgreementStanding.Executed), Day(executed.Starts), Day(executed.Ends));
        else
            Move(row, recorded.Type);
    }

    private static void Move(AgreementRow row, string type)
    {
        row.HasOpenChanges = type switch { nameof(ChangesRequested) => 1, nameof(ChangesAnswered) => 0, _ => row.HasOpenChanges };
        row.Standing = type switch
        {
            nameof(AgreementDeclined) => nameof(AgreementStanding.Declined),
            nameof(OfferEnded) => nameof(AgreementStanding.Ended),
            nameof(AgreementLapsed) => nameof(AgreementStanding.Lapsed),
            _ => row.Standing,
        };
    }

    private static void Sign(AgreementRow row, AgreementSignature signature)
    {
        if (signature.Party is SignatureParty.Institution)
            (row.Standing, row.InstitutionSignedAt) = (nameof(AgreementStanding.InstitutionSigned), signature.At.ToUnixTimeMilliseconds());
        else
            row.ExecutedAt = signature.At.ToUnixTimeMilliseconds();
    }

    private static AgreementRow Renew(AgreementRow row, AgreementVersion version)
    {
        (row.Standing, row.Version, row.Sha256) = (nameof(AgreementStanding.Issued), version.Number, version.Sha256);
        (row.IssuedBy, row.IssuedAt, row.OpenUntil) = (version.IssuedBy, version.IssuedAt.ToUnixTimeMilliseconds(), Day(version.OpenUntil));
        (row.EstimateVersion, row.Total, row.Currency) = (version.EstimateVersion, version.Total.ToString("0.00", CultureInfo.InvariantCulture), version.Currency);
        (row.HasOpenChanges, row.InstitutionSignedAt) = (0, null);
        return row;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
