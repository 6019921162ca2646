using System.Text.Json.Serialization;
using Centra.Api.Http;
using Centra.Storage;

namespace Centra.Api.Agreements;

/// <summary>An agreement in a list.</summary>
internal sealed record AgreementItem(
    string RequestId, [property: JsonConverter(typeof(ViewName))] string Standing, long Version, string Sha256, DateTimeOffset IssuedAt, long EstimateVersion, string Total, string Currency, string OpenUntil,
    bool HasOpenChanges, DateTimeOffset? InstitutionSignedAt, DateTimeOffset? ExecutedAt, string? Starts, string? Ends)
{
    public static (string, Func<AgreementItem, object?>)[] Columns { get; } =
    [
        ("requestId", item => item.RequestId), ("standing", item => ViewName.Of(item.Standing)), ("version", item => item.Version), ("sha256", item => item.Sha256),
        ("issuedAt", item => item.IssuedAt), ("estimateVersion", item => item.EstimateVersion), ("total", item => item.Total), ("currency", item => item.Currency),
        ("openUntil", item => item.OpenUntil), ("hasOpenChanges", item => item.HasOpenChanges), ("institutionSignedAt", item => item.InstitutionSignedAt),
        ("executedAt", item => item.ExecutedAt), ("starts", item => item.Starts), ("ends", item => item.Ends),
    ];

    public static AgreementItem Of(AgreementRow row) => new(
        row.RequestId, row.Standing, row.Version, row.Sha256, Listing.Time(row.IssuedAt), row.EstimateVersion, row.Total, row.Currency, row.OpenUntil,
        row.HasOpenChanges == 1, Time(row.InstitutionSignedAt), Time(row.ExecutedAt), row.Starts, row.Ends);

    private static DateTimeOffset? Time(long? ms) => ms is { } at ? Listing.Time(at) : null;
}
