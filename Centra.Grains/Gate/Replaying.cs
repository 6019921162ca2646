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
        TokensAdded added => ErasePatientAsync(session, Key128.From(added.Patient)),
        OptOutsWithdrawn withdrawn => releasing.EndItemsOfAsync(session, [.. withdrawn.Ordinals]),
        EpochSwitched switched => steps.AddAllAsync(session, switched.Epoch - 1, switched.Epoch),
        PatientExempted exempted => releasing.ExemptAsync(session, Key128.From(exempted.Patient), exempted.Ordinal),
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

    private async Task ErasePatientAsync(DbSession session, Key128 patient)
    {
        if ((await Patients.FindAsync(session, [patient])).GetValueOrDefault(patient) is { Status: not PatientStatus.Going } row)
            await erasing.EraseAsync(session, row);
    }
}
