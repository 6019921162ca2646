using System.Text.Json;
using Centra.Fhir;
using Centra.Storage;

namespace Centra.Access;

/// <summary>Accounts for disclosures of the last six years to whoever they are of (45 CFR 164.528); also when the patient is erased.</summary>
public sealed class Accounting(Vault vault, DisclosureTokens tokens, SealedWords words, LookBook book, IdHashes hashes, TimeProvider clock)
{
    private const int Years = 6;

    /// <summary>The disclosures of a person. That the accounting was made is itself recorded.</summary>
    /// <param name="looker">Who asks; a practice hears of its own only.</param>
    /// <param name="practiceId">The practice that the patient ids are of.</param>
    /// <param name="person">Of whom.</param>
    public async Task<Result<IReadOnlyList<AccountedDisclosure>>> OfAsync(Looker looker, string? practiceId, PatientDemographics person)
    {
        var practice = looker.PracticeId ?? practiceId;
        var wanted = tokens.Of(practice, person);
        if (wanted.Count == 0)
            return AccessRefusal.IdentityIsTooThin;
        var since = clock.GetUtcNow().AddYears(-Years).ToUnixTimeMilliseconds();
        var patient = practice is not null && person.PatientIds is [var id, ..] ? hashes.Patient(practice, id) : default;
        var look = book.Entry(new AllowedLook(looker, AccountingPurpose, null), practice ?? "", "disclosures");
        var rows = await vault.Database.WriteAsync(Fence.None, async session =>
        {
            await Looks.AddAsync(session, look, [patient]);
            return await Storage.Disclosures.OfAsync(session, wanted, looker.PracticeId ?? "", since);
        });
        return rows.Select(View).ToArray();
    }

    private static Purpose AccountingPurpose { get; } = new("accounting", "Accounting of disclosures", []);

    private AccountedDisclosure View(DisclosureRow row)
    {
        var said = DisclosureWords.Read(words.Open(row.Content, row.DisclosureId));
        return new AccountedDisclosure(row.DisclosureId, DateTimeOffset.FromUnixTimeMilliseconds(row.DeliveredAt!.Value), row.PracticeId, said.Recipient, said.Purpose, said.What,
            (DisclosureBasis)row.Basis, Convert.ToHexStringLower(row.OrderSha256));
    }
}

/// <summary>A disclosure in an accounting: when, to whom, what, why.</summary>
public sealed record AccountedDisclosure(
    string DisclosureId, DateTimeOffset At, string PracticeId, string Recipient, string Purpose, string What, DisclosureBasis Basis, string OrderSha256)
{
    /// <summary>Only the id.</summary>
    public override string ToString() => DisclosureId;
}

/// <summary>The data of a disclosure.</summary>
public sealed record DeliveredDisclosure(string DisclosureId, JsonElement Patient, IReadOnlyList<JsonElement> Records)
{
    /// <summary>Only the id.</summary>
    public override string ToString() => DisclosureId;
}
