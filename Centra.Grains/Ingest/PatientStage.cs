using Centra.Gate;
using Centra.Matching;
using Centra.Register;
using Centra.ReviewLane;
using Centra.Storage;

namespace Centra.Ingest;

/// <summary>Takes Patient lines through screening and into the vault. Lines whose facts change meanwhile go round again.</summary>
public sealed class PatientStage(
    Screening screening, PatientPreparing preparing, PatientWriting writing, SuppressionStage suppression, Sweeping sweeping, LostKeys lostKeys, Vault vault)
{
    private const int Rounds = 10;

    /// <summary>Decides every line, or refuses all that are left: without the register nobody is let through.</summary>
    /// <returns>The register's sequence that the last decisions held for.</returns>
    public async Task<Result<long>> RunAsync(BatchScope scope, IReadOnlyList<BatchLine> lines)
    {
        long sequence = 0;
        var open = lines;
        for (var round = 0; open.Count > 0; round++)
        {
            if (round == Rounds)
                return RegisterRefusal.RegisterIsUnavailable;
            if (round > 0)
                await TidyAsync(open);
            var screened = await screening.ScreenAsync([.. open.Select(line => Person(scope, line))]);
            if (screened.IsRefused)
                return screened.Refusal;
            sequence = screened.Value.Sequence;
            await DecideAsync(scope, open, screened.Value);
            open = [.. open.Where(line => line.Outcome is LineOutcome.None)];
        }
        return sequence;
    }

    private async Task TidyAsync(IReadOnlyList<BatchLine> lines)
    {
        await sweeping.FinishAllAsync();
        var rows = await vault.Database.ReadAsync(session => Patients.FindAsync(session, [.. lines.Select(line => line.IdHash).Distinct()]));
        await lostKeys.EraseAsync(rows.Values);
    }

    private async Task DecideAsync(BatchScope scope, IReadOnlyList<BatchLine> lines, ScreeningAnswer answer)
    {
        var screened = await vault.Database.ReadAsync(session => WithDisputesAsync(session, lines, answer));
        await suppression.RunAsync(scope, [.. screened.Where(one => one.Second.Outcome is MatchOutcome.Suppressed)]);
        var prepared = await preparing.PrepareAsync(scope, [.. screened.Where(one => one.Second.Outcome is not MatchOutcome.Suppressed)]);
        var byLine = prepared.ToDictionary(one => one.Line);
        foreach (var slice in StageTools.Slices(prepared.Select(one => one.Line)))
            await writing.WriteAsync(scope, [.. slice.Select(line => byLine[line])], answer.Sequence);
    }

    private static async Task<List<(BatchLine First, ScreenedPerson Second)>> WithDisputesAsync(DbSession session, IReadOnlyList<BatchLine> lines, ScreeningAnswer answer)
    {
        var screened = lines.Zip(answer.People).ToList();
        var suppressed = screened.Where(one => one.Second.Outcome is MatchOutcome.Suppressed).Select(one => one.First.IdHash).Distinct().ToArray();
        var rows = await Patients.FindAsync(session, suppressed);
        for (var at = 0; at < screened.Count; at++)
        {
            if (rows.TryGetValue(screened[at].First.IdHash, out var row) && await Disputes.CoverAsync(session, row, screened[at].Second))
                screened[at] = (screened[at].First, screened[at].Second with { IsDisputed = true });
        }
        return screened;
    }

    private static PersonToScreen Person(BatchScope scope, BatchLine line) =>
        new(line.Resource.Demographics!.ToIdentity(), scope.PracticeId, line.IdHash);
}
