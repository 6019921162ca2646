using Centra.Recording;
using Centra.Storage;

namespace Centra.Access;

/// <summary>Keeps the list of grants for looking.</summary>
public sealed class LookGrantProjection : MappedProjection
{
    /// <inheritdoc/>
    public override string StreamPrefix => "look-grant/";

    /// <inheritdoc/>
    protected override async Task ApplyAsync(ReadContext context, RecordedEvent recorded)
    {
        var userId = recorded.Stream[StreamPrefix.Length..];
        var row = await context.FindAsync<LookGrantRow>(userId);
        if (row is null)
            context.Add(row = new LookGrantRow { UserId = userId });
        if (recorded.Read<LookGrantGiven>() is { } given)
        {
            (row.Purposes, row.GivenBy, row.GivenAt, row.RevokedAt) = (string.Join(' ', given.Purposes), given.By, given.At.ToUnixTimeMilliseconds(), null);
            Certify(row, given.Until, given.By, given.At);
        }
        else if (recorded.Read<LookGrantRecertified>() is { } again)
            Certify(row, again.Until, again.By, again.At);
        else if (recorded.Read<LookGrantRevoked>() is { } revoked)
            row.RevokedAt = revoked.At.ToUnixTimeMilliseconds();
    }

    private static void Certify(LookGrantRow row, DateTimeOffset until, string by, DateTimeOffset at) =>
        (row.Until, row.CertifiedBy, row.CertifiedAt) = (until.ToUnixTimeMilliseconds(), by, at.ToUnixTimeMilliseconds());
}
