using Centra.Gate;
using Centra.Storage;

namespace Centra.Ingest;

/// <summary>Writes reference data: organizations, practitioners and the like, which belong to a practice and to no patient.</summary>
public sealed class ReferenceStage(PracticeTurns turns, KeyRing ring)
{
    private readonly byte[] _key = ReferenceKey.Of(ring);

    /// <summary>Decides every line.</summary>
    public async Task RunAsync(BatchScope scope, IReadOnlyList<BatchLine> lines)
    {
        foreach (var slice in StageTools.Slices(lines))
            await WriteAsync(scope, slice);
    }

    private async Task WriteAsync(BatchScope scope, IReadOnlyList<BatchLine> slice)
    {
        using var cipher = Sealing.Cipher(_key);
        var sealed_ = slice.ToDictionary(line => line, line => PatientContents.Seal(cipher, line.Resource.Bytes.Span, line.IdHash));
        var outcomes = await turns.WriteAsync(scope.PracticeId, async session =>
        {
            var heads = await ReferenceResources.HeadsAsync(session, [.. slice.Select(line => line.IdHash)]);
            var decided = slice.Select(line => Versions.Compare(StoredVersion.Of(heads.GetValueOrDefault(line.IdHash)), line, scope)).ToList();
            await ReferenceResources.WriteAsync(session, scope.PracticeId, [.. slice.Zip(decided)
                .Where(one => one.Second is LineOutcome.Accepted && heads.GetValueOrDefault(one.First.IdHash)?.ContentHash != one.First.ContentHash)
                .Select(one => Row(scope, one.First, sealed_[one.First]))]);
            return decided;
        });
        for (var at = 0; at < slice.Count; at++)
            slice[at].Outcome = outcomes[at];
    }

    private static ResourceRow Row(BatchScope scope, BatchLine line, byte[] content) => new(
        line.IdHash, 0, line.Resource.ResourceType, content, line.ContentHash, line.LastUpdated, scope.JobNo, scope.BatchNo, null);
}
