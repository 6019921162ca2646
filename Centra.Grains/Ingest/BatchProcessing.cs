using Centra.Copying;
using Centra.Fhir;

namespace Centra.Ingest;

/// <summary>
/// Takes a batch's lines through the stages: patients first, then what may refer to them. A line that deletes something is a barrier:
/// what stands before it is done before it, what stands after it after it.
/// </summary>
public sealed class BatchProcessing(PatientStage patients, ReferenceStage references, ClinicalStage clinical, DeletionStage deletions, CopyMaking copies)
{
    /// <summary>Decides every line; the register's sequence that the last decisions held for.</summary>
    public async Task<Result<long>> RunAsync(BatchScope scope, IReadOnlyList<BatchLine> lines)
    {
        long sequence = 0;
        foreach (var segment in Segments(lines))
        {
            var done = await RunSegmentAsync(scope, segment);
            if (done.IsRefused)
                return done.Refusal;
            sequence = Math.Max(sequence, done.Value);
        }
        await copies.CompleteAsync();
        return sequence;
    }

    private async Task<Result<long>> RunSegmentAsync(BatchScope scope, List<BatchLine> segment)
    {
        if (segment is [{ Resource.Kind: FhirKind.Deletion } deletion])
        {
            await deletions.RunAsync(scope, deletion);
            return 0;
        }
        var screened = await patients.RunAsync(scope, Of(segment, FhirKind.Patient));
        if (screened.IsRefused)
            return screened;
        await references.RunAsync(scope, Of(segment, FhirKind.Reference));
        var done = await clinical.RunAsync(scope, Of(segment, FhirKind.Clinical));
        return done.IsRefused ? done.Refusal : screened;
    }

    private static IEnumerable<List<BatchLine>> Segments(IReadOnlyList<BatchLine> lines)
    {
        var segment = new List<BatchLine>();
        foreach (var line in lines)
        {
            if (line.Resource.Kind is FhirKind.Deletion)
            {
                yield return segment;
                yield return [line];
                segment = [];
            }
            else
            {
                segment.Add(line);
            }
        }
        yield return segment;
    }

    private static List<BatchLine> Of(List<BatchLine> segment, FhirKind kind) => segment.FindAll(line => line.Resource.Kind == kind);
}
