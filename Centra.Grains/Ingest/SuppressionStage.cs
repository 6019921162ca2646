using Centra.Gate;
using Centra.ReviewLane;
using Centra.Storage;

namespace Centra.Ingest;

/// <summary>
/// Keeps out Patient lines of people who opted out. The practice's id of the patient goes to the opt-out, so that the patient's other
/// records are known by it; a stored patient that the line updates is erased in the same transaction.
/// </summary>
public sealed class SuppressionStage(OptOutRegister register, Vault vault, Erasing erasing, Sweeping sweeping, TimeProvider clock)
{
    /// <summary>Decides lines; those whose opt-out is no longer in force, or is disputed meanwhile, stay undecided.</summary>
    public async Task RunAsync(BatchScope scope, IReadOnlyList<(BatchLine Line, ScreenedPerson Screened)> lines)
    {
        foreach (var chunk in lines.Chunk(StageTools.Slice))
        {
            var known = await vault.Database.ReadAsync(session => KnownAsync(session, scope, chunk));
            foreach (var (line, _) in chunk.Where(one => known.Contains(one.Line)))
                line.Outcome = LineOutcome.Suppressed;
            await SuppressAsync(scope, [.. chunk.Where(one => !known.Contains(one.Line))]);
        }
    }

    // What a nightly load meets again and again: nothing is stored and the opt-out has the id already. No write, no fence.
    private async Task<HashSet<BatchLine>> KnownAsync(DbSession session, BatchScope scope, IReadOnlyList<(BatchLine Line, ScreenedPerson Screened)> lines)
    {
        var rows = await Patients.FindAsync(session, [.. lines.Select(one => one.Line.IdHash).Distinct()]);
        var known = new HashSet<BatchLine>();
        foreach (var (line, screened) in lines.Where(one => !rows.ContainsKey(one.Line.IdHash)))
        {
            if (await HasTokensAsync(session, screened.Hits[0].Ordinal, Tokens(scope, line)))
                known.Add(line);
        }
        return known;
    }

    private async Task SuppressAsync(BatchScope scope, IReadOnlyList<(BatchLine Line, ScreenedPerson Screened)> lines)
    {
        if (lines.Count == 0)
            return;
        var (outcomes, gone) = await register.WriteAsync(async write =>
        {
            await erasing.FollowAsync(write);
            var outcomes = new List<LineOutcome>();
            var gone = new List<GonePatient>();
            foreach (var (line, screened) in lines)
                outcomes.Add(await SuppressAsync(write, scope, line, screened, gone));
            return (outcomes, gone);
        });
        for (var at = 0; at < lines.Count; at++)
            lines[at].Line.Outcome = outcomes[at];
        await sweeping.FinishAsync(gone);
    }

    private async Task<LineOutcome> SuppressAsync(RegisterWrite write, BatchScope scope, BatchLine line, ScreenedPerson screened, List<GonePatient> gone)
    {
        var ordinal = screened.Hits[0].Ordinal;
        if ((await OptOuts.InForceAsync(write.Session, [ordinal])).Count == 0)
            return LineOutcome.None;
        var row = (await Patients.FindAsync(write.Session, [line.IdHash])).GetValueOrDefault(line.IdHash);
        if (await Disputes.CoverAsync(write.Session, row, screened))
            return LineOutcome.None;
        var tokens = Tokens(scope, line);
        if (row is not null || !await HasTokensAsync(write.Session, ordinal, tokens))
            await write.AppendAsync(OperationIds.New(), clock.GetUtcNow(), new TokensAdded(ordinal, scope.PracticeId, line.IdHash.ToArray(), tokens.ByEpoch()));
        if (row is { Status: not PatientStatus.Going })
        {
            await erasing.EraseAsync(write.Session, row);
            gone.Add(new GonePatient(row.PatientNo, row.KeyNo));
        }
        return LineOutcome.Suppressed;
    }

    private static async Task<bool> HasTokensAsync(DbSession session, long ordinal, TokenSet tokens)
    {
        foreach (var token in tokens.Each())
        {
            if (await session.NumberAsync("select count(*) from opt_out_token where token = $1 and ordinal = $2", token, ordinal) == 0)
                return false;
        }
        return true;
    }

    private TokenSet Tokens(BatchScope scope, BatchLine line) => erasing.PatientIdTokens(scope.PracticeId, line.Resource.Id);
}
