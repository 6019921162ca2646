using Centra.Storage;

namespace Centra.Tests.Storage;

/// <summary>Rows for tests of the stores.</summary>
internal static class Rows
{
    public static PatientRow Patient(int id, PatientStatus status = PatientStatus.Live, params long[] tokens) => new(
        0, "north", new Key128((UInt128)id), status, 7, [1, 2], new Key128(5), 1_000, 1, 1, Packed(tokens), "1", 1, [(byte)id, 3]);

    public static ResourceRow Resource(int id, long patient) =>
        new(new Key128((UInt128)id), patient, "Condition", [1], new Key128(5), null, 1, 1, [(byte)id]);

    public static BatchReceiptRow Receipt(long job, long batch, long read) => new(job, batch, [1, 2], true, 3, 4, read, read, 0, 0, 0, 0, "{}");

    public static byte[] Packed(params long[] tokens) => [.. tokens.SelectMany(token => new Key128((UInt128)token).ToArray())];
}
