using Centra.Gate;
using Centra.Matching;
using Centra.ReviewLane;
using Centra.Storage;

namespace Centra.Ingest;

/// <summary>
/// Writes Patient lines in a fenced transaction that compares their tokens once more with what the register got since it was asked.
/// If this commits before an opt-out gets the fence, the erasure sees the rows; if after, this sees the tokens.
/// </summary>
public sealed class PatientWriting(PracticeTurns turns, Holding holding, TimeProvider clock)
{
    /// <summary>Writes a slice; lines that have to be looked at again stay undecided.</summary>
    public async Task WriteAsync(BatchScope scope, IReadOnlyList<PreparedPatient> slice, long screenedAt)
    {
        var outcomes = await turns.WriteAsync(scope.PracticeId, async session =>
        {
            var check = await ScreeningCheck.ReadAsync(session, screenedAt);
            var rows = await Patients.FindAsync(session, [.. slice.Select(one => one.Line.IdHash)]);
            var decided = new List<LineOutcome>(slice.Count);
            var live = new List<(PreparedPatient One, PatientRow? Row)>(slice.Count);
            foreach (var one in slice)
                decided.Add(await check.HoldsAsync(session, one.Screened)
                    ? await WriteAsync(session, scope, one, rows.GetValueOrDefault(one.Line.IdHash), live)
                    : LineOutcome.None);
            await WriteLiveAsync(session, scope, live);
            return decided;
        });
        for (var at = 0; at < slice.Count; at++)
            slice[at].Line.Outcome = outcomes[at];
    }

    private async Task<LineOutcome> WriteAsync(
        DbSession session, BatchScope scope, PreparedPatient one, PatientRow? row, List<(PreparedPatient One, PatientRow? Row)> live)
    {
        if (one.Screened.IsDisputed && !await Disputes.CoverAsync(session, row, one.Screened))
            return LineOutcome.None;
        var (step, outcome) = PatientRules.Decide(row, one.Line, one.Screened.Outcome, scope);
        if (step is PatientStep.Redo || (step is PatientStep.WriteLive or PatientStep.WriteHeld && !IsPreparedFor(one, row)))
            return LineOutcome.None;
        switch (step)
        {
            case PatientStep.WriteLive:
                live.Add((one, row));
                break;
            case PatientStep.WriteHeld:
                await WriteHeldAsync(session, scope, one, row);
                break;
            case PatientStep.Hide:
                await holding.HideAsync(session, row!);
                await holding.QueueAsync(session, row!, one.Screened.Hits, ReviewKind.Stored, isAnother: false);
                break;
        }
        return outcome;
    }

    // Sealed with the key that this row has, under the pseudonym that it has. A row that is gone took its key with it.
    private static bool IsPreparedFor(PreparedPatient one, PatientRow? row) =>
        one.Content is not null && one.PatientNo == row?.PatientNo && (row is null or { Status: PatientStatus.Withheld } || row.KeyNo == one.KeyNo)
        && (one.Screened.Outcome is not MatchOutcome.Permitted || row?.Pseudonym is null || row.Pseudonym.AsSpan().SequenceEqual(one.Pseudonym));

    // Mostly all of a slice, and mostly new: a few statements for them together.
    private async Task WriteLiveAsync(DbSession session, BatchScope scope, IReadOnlyList<(PreparedPatient One, PatientRow? Row)> live)
    {
        var added = live.Where(one => one.Row is null).Select(one => one.One).ToList();
        await Patients.InsertAsync(session, [.. added.Select(one => Row(scope, one, PatientStatus.Live, one.Pseudonym))], clock.GetUtcNow().ToUnixTimeMilliseconds());
        await Copies.AddSubjectsAsync(session, [.. added.Select(one => (one.Pseudonym!, one.BirthYear))]);
        await Copies.AddAsync(session, [.. added.Select(one => one.Copy).OfType<CopyRow>()]);
        foreach (var (one, row) in live)
        {
            if (row is not null)
                await ReplaceLiveAsync(session, scope, one, row);
        }
    }

    private async Task ReplaceLiveAsync(DbSession session, BatchScope scope, PreparedPatient one, PatientRow row)
    {
        await SaveAsync(session, Row(scope, one, PatientStatus.Live, one.Pseudonym), row);
        await Copies.SubjectAsync(session, one.Pseudonym!, hidden: false, one.BirthYear);
        if (one.Copy is not null)
            await Copies.WriteAsync(session, [one.Copy]);
        if (row is { Status: PatientStatus.Held })
        {
            await ReviewItems.EndAsync(session, row.PatientNo, clock.GetUtcNow().ToUnixTimeMilliseconds());
            await Patients.SetCopiesDueAsync(session, row.PatientNo, due: true);
        }
    }

    private async Task WriteHeldAsync(DbSession session, BatchScope scope, PreparedPatient one, PatientRow? row)
    {
        var next = Row(scope, one, PatientStatus.Held, row?.Pseudonym);
        var number = await SaveAsync(session, next, row);
        await holding.HideAsync(session, next with { PatientNo = number });
        var isAnother = row?.Tokens is null || !row.Tokens.AsSpan().SequenceEqual(next.Tokens);
        await holding.QueueAsync(session, next with { PatientNo = number }, one.Screened.Hits, one.Screened.IsDisputed ? ReviewKind.Dispute : ReviewKind.Incoming, isAnother);
    }

    private async Task<long> SaveAsync(DbSession session, PatientRow next, PatientRow? row)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        if (row is null)
            return await Patients.InsertAsync(session, next, now);
        await Patients.ReplaceAsync(session, next with { PatientNo = row.PatientNo }, row.Tokens, now);
        return row.PatientNo;
    }

    private static PatientRow Row(BatchScope scope, PreparedPatient one, PatientStatus status, byte[]? pseudonym) => new(
        0, scope.PracticeId, one.Line.IdHash, status, one.KeyNo, one.Content, one.Line.ContentHash, one.Line.LastUpdated, scope.JobNo, scope.BatchNo,
        one.Screened.Tokens.Packed, one.Screened.Tokens.EpochText, BlockingRules.Version, pseudonym);
}
