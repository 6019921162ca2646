using System.Globalization;
using Centra.Gate;
using Centra.Matching;
using Centra.Storage;

namespace Centra.Consent;

/// <summary>Appends an opt-out to the register, with the tokens of the patient ids that it erased, and its signed receipt.</summary>
public sealed class OptOutEntering(Erasing erasing, ReceiptSigner signer, IdSource ids, TimeProvider clock)
{
    /// <summary>Appends; the view of what stands then.</summary>
    public async Task<OptOutView> AppendAsync(
        RegisterWrite write, string optOutId, long ordinal, OptOutCommand command, IReadOnlyList<StoredPatient> erased, ErasureCounts counts)
    {
        var now = clock.GetUtcNow();
        var entered = new OptOutEntered(
            ordinal, optOutId, command.PracticeId, command.FormDate, command.ReceivedAt.ToUnixTimeMilliseconds(), (int)command.AskedBy,
            command.FormSha256.IsDefaultOrEmpty ? null : [.. command.FormSha256], ids.NewId("ref"), command.Identity.RulesVersion,
            [.. command.Identity.Comparators], [.. command.Identity.TokenSet], TokensOf(command.Identity, erased));
        await write.AppendAsync(command.Context.Id.Value, now, entered, link => ReceiptSigner.Write(new KeptReceipt(Receipt(entered, now, counts, link), counts.All)));
        return OptOutViews.Of((await OptOuts.FindAsync(write.Session, ordinal))!, repeated: false);
    }

    private OptOutReceipt Receipt(OptOutEntered entered, DateTimeOffset now, ErasureCounts counts, ChainLink link) => signer.Sign(new OptOutReceipt(
        ids.NewId("receipt"), entered.OptOutId, entered.PracticeId, entered.FormDate ?? "", DateTimeOffset.FromUnixTimeMilliseconds(entered.ReceivedAt),
        DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()), link.Sequence, Hex(link.Previous), Hex(link.Digest),
        counts.Own.PatientsErased, counts.Own.RecordsErased, counts.Own.PatientsHeld, ConsentRules.Covers, ConsentRules.BackupsUnreadableBy(now), "", ""));

    // The ids of erased patients go with the opt-out: their later records are known by the id alone.
    private List<EpochTokens> TokensOf(HashedIdentity identity, IReadOnlyList<StoredPatient> erased)
    {
        var sets = erased.SelectMany(patient => PatientIds(patient).Select(id => erasing.PatientIdTokens(patient.Row.PracticeId, id).ByEpoch()));
        var perEpoch = identity.Tokens.Length / Token.Size / identity.Epochs.Length * Token.Size;
        return [.. identity.Epochs.Select((epoch, at) => new EpochTokens(epoch, [
            .. identity.Tokens.AsSpan(at * perEpoch, perEpoch),
            .. sets.SelectMany(set => set.Single(one => one.Epoch == epoch).Tokens)]))];
    }

    private static IEnumerable<string> PatientIds(StoredPatient patient) => patient.Resource.Demographics!.PatientIds.Append(patient.Resource.Id).Distinct();

    private static string Hex(byte[] digest) => Convert.ToHexString(digest).ToLower(CultureInfo.InvariantCulture);
}
