using Centra.Recording;
using Centra.Storage;

namespace Centra.Institutions;

/// <summary>Keeps the lists of institutions and of those who sign for them.</summary>
public sealed class InstitutionProjection : MappedProjection
{
    /// <inheritdoc/>
    public override string StreamPrefix => "institution/";

    /// <inheritdoc/>
    protected override async Task ApplyAsync(ReadContext context, RecordedEvent recorded)
    {
        var ror = recorded.Stream[StreamPrefix.Length..];
        if (recorded.Read<InstitutionRecorded>() is { } institution)
            await ListAsync(context, ror, institution);
        else if (recorded.Read<OfficialVerified>() is { } verified)
            await VerifyAsync(context, ror, verified);
        else if (recorded.Read<OfficialRemoved>() is { } removed && await context.FindAsync<SigningOfficialRow>(ror, removed.UserId) is { } official)
            context.Remove(official);
    }

    private static async Task ListAsync(ReadContext context, string ror, InstitutionRecorded recorded)
    {
        if (await context.FindAsync<InstitutionRow>(ror) is { } row)
            (row.Name, row.Country) = (recorded.Name, recorded.Country);
        else
            context.Add(new InstitutionRow { Ror = ror, Name = recorded.Name, Country = recorded.Country, ListedAt = recorded.At.ToUnixTimeMilliseconds() });
    }

    private static async Task VerifyAsync(ReadContext context, string ror, OfficialVerified verified)
    {
        var row = await context.FindAsync<SigningOfficialRow>(ror, verified.UserId);
        if (row is null)
            context.Add(row = new SigningOfficialRow { Ror = ror, UserId = verified.UserId, VerifiedBy = verified.By });
        (row.VerifiedBy, row.VerifiedAt, row.VerifiedUntil) = (verified.By, verified.At.ToUnixTimeMilliseconds(), verified.Until.ToUnixTimeMilliseconds());
    }
}
