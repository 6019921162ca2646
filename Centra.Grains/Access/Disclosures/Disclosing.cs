using Centra.Gate;
using Centra.Storage;
using Orleans;

namespace Centra.Access;

/// <summary>Proposes, approves and delivers disclosures.</summary>
public sealed class Disclosing(
    Vault vault, PatientContents contents, PatientKeys keys, IdHashes hashes, DisclosureTokens tokens, SealedWords words, LookBook book, IGrainFactory grains, TimeProvider clock)
{
    private const int MostRecords = 100_000;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Keeps a proposal.</summary>
    public async Task<Result<DisclosureView>> ProposeAsync(CommandContext context, string id, ProposedDisclosure proposed)
    {
        if (proposed.Words.AreIncomplete)
            return AccessRefusal.DisclosureIsIncomplete;
        var patient = hashes.Patient(proposed.PracticeId, proposed.PatientId);
        if (await StoredAsync(patient) is not { } stored)
            return AccessRefusal.PatientNotFound;
        var answer = await Grain(id).Handle(context, new ProposeDisclosure(proposed.PracticeId, proposed.Basis, proposed.OrderSha256, patient));
        if (answer.IsRefused)
            return answer.Refusal;
        var row = new DisclosureRow(id, proposed.PracticeId, patient, (long)proposed.Basis, Convert.FromHexString(proposed.OrderSha256), words.Seal(proposed.Words.Write(), id),
            context.Actor.Id, Now, null, null, null, null);
        await vault.Database.WriteAsync(Fence.None, async session =>
        {
            await Storage.Disclosures.KeepAsync(session, row, tokens.Of(proposed.PracticeId, stored.Resource.Demographics!));
            return true;
        });
        return answer;
    }

    /// <summary>A second officer approves.</summary>
    public async Task<Result<DisclosureView>> ApproveAsync(CommandContext context, string id)
    {
        var answer = await Grain(id).Handle(context, new ApproveDisclosure());
        if (answer is { IsRefused: false, Value.ApprovedBy: { } by })
        {
            await vault.Database.WriteAsync(Fence.None, async session =>
            {
                await Storage.Disclosures.ApproveAsync(session, id, by, answer.Value.ApprovedAt!.Value.ToUnixTimeMilliseconds());
                return true;
            });
        }
        return answer;
    }

    /// <summary>Hands the data out, once. What counts is the vault's row, which changes in one transaction with the record of the look.</summary>
    public async Task<Result<DeliveredDisclosure>> DeliverAsync(CommandContext context, string id, Looker officer)
    {
        var answer = await Grain(id).Handle(context, new DeliverDisclosure());
        if (answer.IsRefused)
            return answer.Refusal;
        var taken = await vault.Database.WriteAsync(Fence.None, session => TakeAsync(session, id, officer));
        return taken.IsRefused ? taken.Refusal : await ReadAsync(taken.Value);
    }

    private async Task<Result<TakenDisclosure>> TakeAsync(DbSession session, string id, Looker officer)
    {
        if (await Storage.Disclosures.FindAsync(session, id) is not { } row)
            return AccessRefusal.DisclosureNotFound;
        if (row.DeliveredAt is not null)
            return AccessRefusal.DisclosureWasDelivered;
        if (await PatientReads.LiveAsync(session, row.Patient) is not { } patient)
            return AccessRefusal.PatientNotFound;
        if (!await Storage.Disclosures.DeliverAsync(session, id, officer.Who, Now))
            return AccessRefusal.DisclosureIsNotApproved;
        var look = new AllowedLook(officer, DisclosurePurpose, null);
        await Looks.AddAsync(session, book.Entry(look, patient.PracticeId, $"disclosure {id}"), [patient.IdHash]);
        return new TakenDisclosure(row, patient);
    }

    private async Task<Result<DeliveredDisclosure>> ReadAsync(TakenDisclosure taken)
    {
        var types = DisclosureWords.Read(words.Open(taken.Row.Content, taken.Row.DisclosureId)).Types;
        if (await StoredAsync(taken.Row.Patient) is not { } stored || (await keys.OpenAsync([stored.Row.KeyNo])).GetValueOrDefault(stored.Row.KeyNo) is not { } key)
            return AccessRefusal.PatientNotFound;
        var records = await vault.Database.ReadAsync(session => PatientReads.RecordsAsync(session, stored.Row.PatientNo, "", 0, MostRecords));
        using var cipher = Sealing.Cipher(key.Key);
        return new DeliveredDisclosure(taken.Row.DisclosureId, FhirJson.Read(stored.Resource.Bytes),
            [.. records.Where(record => types.Contains(record.Type)).Select(record => FhirJson.Read(PatientContents.Open(cipher, record.Content, record.IdHash)))]);
    }

    private async Task<StoredPatient?> StoredAsync(Key128 patient) =>
        await vault.Database.ReadAsync(session => PatientReads.LiveAsync(session, patient)) is { } row ? (await contents.ReadAsync([row])).GetValueOrDefault(row.PatientNo) : null;

    private IDisclosureGrain Grain(string id) => grains.GetGrain<IDisclosureGrain>($"disclosure/{id}");

    private static Purpose DisclosurePurpose { get; } = new("disclosure", "A disclosure outside", [PatientField.Resource, PatientField.Records]);

    private sealed record TakenDisclosure(DisclosureRow Row, PatientRow Patient);
}
