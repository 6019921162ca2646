using Centra.Rekeying;
using Centra.ReviewLane;
using Centra.Storage;

namespace Centra.Gate;

/// <summary>What follows an operation that was replayed into a database from before it: whoever came back with the old copy goes again.</summary>
public sealed class Replaying(Erasing erasing, Holding holding, Releasing releasing, OptOutMatcher matcher, RekeyingSteps steps)
{
    /// <summary>Applies an operation to the patients of the database.</summary>
    public Task ApplyAsync(DbSession session, RegisterOperation operation) => operation.Body switch
    {
        OptOutEntered entered => EraseMatchesAsync(session, entered),
        TokensAdded added => ErasePatientAsync(session, added, operation.At),
        OptOutsWithdrawn withdrawn => EndAsync(session, withdrawn, operation.At),
        EpochSwitched switched => steps.AddAllAsync(session, switched.Epoch - 1, switched.Epoch),
        PatientExempted exempted => ExemptAsync(session, exempted, operation.At),
        _ => Task.CompletedTask,
    };

    private async Task EraseMatchesAsync(DbSession session, OptOutEntered entered)
    {
        var tokens = entered.Tokens.SelectMany(epoch => epoch.Tokens.Chunk(Key128.Size));
        var matched = await erasing.MatchAsync(session, matcher.Open(entered.Comparators), tokens, entered.Ordinal);
        foreach (var patient in matched.Suppressed)
            await erasing.EraseAsync(session, patient.Row);
        foreach (var (patient, decision) in matched.Review)
        {
            await holding.HideAsync(session, patient.Row);
            await holding.QueueAsync(session, patient.Row, [new OptOutHit(entered.Ordinal, decision)], ReviewKind.Stored, isAnother: false);
        }
    }

    private async Task ErasePatientAsync(DbSession session, TokensAdded added, long at)
    {
        if (await FindAsync(session, added.Patient) is not { Status: not PatientStatus.Going } row)
            return;
        if (added.By is not null)
            await Releasing.CloseAsync(session, row, added.Ordinal, ReviewState.Same, added.By, at);
        await erasing.EraseAsync(session, row);
    }

    private async Task ExemptAsync(DbSession session, PatientExempted exempted, long at)
    {
        if (await FindAsync(session, exempted.Patient) is not { } row)
            return;
        await Releasing.CloseAsync(session, row, exempted.Ordinal, ReviewState.SomeoneElse, exempted.By, at);
        await releasing.ReleaseAsync(session, row.PatientNo);
    }

    // The request, where this copy has it, is no longer open.
    private async Task EndAsync(DbSession session, OptOutsWithdrawn withdrawn, long at)
    {
        await releasing.EndItemsOfAsync(session, [.. withdrawn.Ordinals]);
        var ended = new List<string>();
        foreach (var ordinal in withdrawn.Ordinals)
            ended.Add((await OptOuts.FindAsync(session, ordinal))!.OptOutId);
        await WithdrawalRequests.ConfirmAsync(session, withdrawn.RequestId ?? "", withdrawn.ConfirmedBy, at, string.Join(',', ended));
    }

    private static async Task<PatientRow?> FindAsync(DbSession session, byte[] patient) =>
        (await Patients.FindAsync(session, [Key128.From(patient)])).GetValueOrDefault(Key128.From(patient));
}
