using System.Security.Cryptography;
using Centra.Storage;

namespace Centra.Bench.Gate.Steps;

/// <summary>What SQLite takes for a clinical line, in slices as ingest writes them, each a durable transaction.</summary>
internal static class StoreSteps
{
    private const int Slice = 200;
    private const int LinesAPatient = 5;
    private const int ContentBytes = 1_600;
    private const int CopyBytes = 900;

    /// <summary>Measures in a new data folder.</summary>
    public static async Task<List<StepRow>> MeasureAsync(string folder)
    {
        await using var storage = await CentraStorage.OpenAsync(new StorageSettings { DataFolder = folder }, TimeProvider.System);
        var database = storage.Vault.Database;
        return
        [
            await StepRow.MeasureAsync("write resources", Slice, slice => database.WriteAsync(Fence.Shared, session => WriteAsync(session, Rows(slice)))),
            await StepRow.MeasureAsync("write copies", Slice, slice => database.WriteAsync(Fence.Shared, session => WriteAsync(session, CopiesOf(slice)))),
            await StepRow.MeasureAsync("ask what is stored under an id", Slice, _ => database.ReadAsync(session => Resources.HeadsAsync(session, NewIds()))),
        ];
    }

    private static async Task<bool> WriteAsync(DbSession session, ResourceRow[] rows)
    {
        await Resources.AddAsync(session, rows);
        return true;
    }

    private static async Task<bool> WriteAsync(DbSession session, CopyRow[] rows)
    {
        await Copies.AddAsync(session, rows);
        return true;
    }

    private static ResourceRow[] Rows(int slice) => [.. NewIds().Select((id, at) =>
        new ResourceRow(id, (slice * Slice + at) / LinesAPatient, "Observation", new byte[ContentBytes], id, null, 1, slice, id.ToArray()))];

    private static CopyRow[] CopiesOf(int slice) => [.. NewIds().Select((id, at) =>
        new CopyRow(id.ToArray(), SHA256.HashData(BitConverter.GetBytes((slice * Slice + at) / LinesAPatient))[..Key128.Size], "Observation", new string('x', CopyBytes)))];

    private static Key128[] NewIds() => [.. Enumerable.Range(0, Slice).Select(_ => Key128.From(RandomNumberGenerator.GetBytes(Key128.Size)))];
}
