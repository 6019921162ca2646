using Centra.Gate;
using Centra.Register;
using Centra.ReviewLane;
using Centra.Storage;
using Centra.Telemetry;

namespace Centra.Consent;

/// <summary>
/// Opting out: one exclusive transaction that enters the opt-out, erases whoever it matches and hides whoever it may match; then the
/// sweep; then the answer. (Design: opt-out.md, "Opting out: one transaction".)
/// </summary>
public sealed class OptingOut(
    OptOutRegister register, Vault vault, Erasing erasing, Sweeping sweeping, Holding holding, OptOutMatcher matcher, OptOutEntering entering, ShardHints hints, GateMetrics metrics,
    OptOutsUnderWay underWay, TimeProvider clock)
{
    /// <summary>How many opt-outs of a file share a transaction at the most.</summary>
    public const int Most = 1_000;

    /// <summary>Enters opt-outs in one transaction, each answered for itself.</summary>
    public Task<IReadOnlyList<Result<OptOutView>>> EnterAsync(IReadOnlyList<(string OptOutId, OptOutCommand Command)> entries) =>
        underWay.RunAsync(() => EnterAllAsync(entries));

    /// <summary>How many of a practice's live patients a set of identities would erase or hide, decided but not done.</summary>
    public Task<MatchedPatients> PreviewAsync(HashedIdentity identity) => vault.Database.ReadAsync(async session => await erasing.MatchAsync(
        session, matcher.Open(identity.Comparators.AsSpan()), identity.Tokens.Chunk(Key128.Size), await OptOuts.NextOrdinalAsync(session)));

    private async Task<IReadOnlyList<Result<OptOutView>>> EnterAllAsync(IReadOnlyList<(string OptOutId, OptOutCommand Command)> entries)
    {
        using var span = GateTraces.Source.StartActivity("opt out");
        var began = clock.GetTimestamp();
        var gone = new List<GonePatient>();
        var answers = await register.WriteAsync(async write =>
        {
            gone.Clear();
            await erasing.FollowAsync(write);
            var results = new List<Result<OptOutView>>(entries.Count);
            foreach (var (optOutId, command) in entries)
                results.Add(await EnterAsync(write, optOutId, command, gone));
            return results;
        });
        // A repeat may come after a crash between commit and sweep: then somebody's sweep is still due.
        if (answers.Any(answer => answer is { IsRefused: false, Value.Repeated: true }))
            await sweeping.FinishAllAsync();
        await sweeping.FinishAsync(gone);
        metrics.OptOut(clock.GetElapsedTime(began));
        hints.Tell(answers.Where(answer => !answer.IsRefused).Select(answer => answer.Value!.Sequence).DefaultIfEmpty().Max());
        return answers;
    }

    private async Task<Result<OptOutView>> EnterAsync(RegisterWrite write, string optOutId, OptOutCommand command, List<GonePatient> gone)
    {
        if (await write.FindAsync(command.Context.Id.Value) is { } first)
            return await OptOuts.FindAsync(write.Session, first) is { } done && ConsentRules.IsRepeat(command, done)
                ? OptOutViews.Of(done, repeated: true)
                : CommandRefusal.IdempotencyKeyWasUsedForAnotherCommand;
        if (await OptOuts.SameAsync(write.Session, command.PracticeId, [.. command.Identity.TokenSet]) is { } known)
            return await AnswerAsync(write.Session, command, known);
        if (!write.Head.Epochs.SequenceEqual(command.Identity.Epochs))
            return RegisterRefusal.TokensAreOfAnotherEpoch;
        var ordinal = await OptOuts.NextOrdinalAsync(write.Session);
        var matched = await erasing.MatchAsync(write.Session, matcher.Open(command.Identity.Comparators.AsSpan()), command.Identity.Tokens.Chunk(Key128.Size), ordinal);
        var counts = await RemoveAsync(write.Session, ordinal, matched, command.PracticeId, gone);
        return await entering.AppendAsync(write, optOutId, ordinal, command, matched.Suppressed, counts);
    }

    private async Task<OptOutView> AnswerAsync(DbSession session, OptOutCommand command, OptOutRow known)
    {
        await OptOutAnswers.KeepAsync(session, command.Context.Id.Value, known.OptOutId, clock.GetUtcNow());
        return OptOutViews.Of(known, repeated: true);
    }

    private async Task<ErasureCounts> RemoveAsync(DbSession session, long ordinal, MatchedPatients matched, string practiceId, List<GonePatient> gone)
    {
        var counts = new ErasureCounts(practiceId);
        var rowsLeft = Erasing.RowsAtOnce;
        foreach (var patient in matched.Suppressed)
        {
            var records = await erasing.EraseAsync(session, patient.Row, rowsLeft);
            rowsLeft = (int)Math.Max(0, rowsLeft - records);
            counts.Erased(patient.Row.PracticeId, records);
            gone.Add(new GonePatient(patient.Row.PatientNo, patient.Row.KeyNo));
        }
        foreach (var (patient, decision) in matched.Review)
        {
            await holding.HideAsync(session, patient.Row);
            await holding.QueueAsync(session, patient.Row, [new OptOutHit(ordinal, decision)], ReviewKind.Stored, isAnother: false);
            counts.Held(patient.Row.PracticeId);
        }
        return counts;
    }
}
