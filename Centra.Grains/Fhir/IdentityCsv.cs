using System.Collections.Immutable;

namespace Centra.Fhir;

/// <summary>CSV files of identities: each row as a line for <see cref="IdentityLine.Read"/>.</summary>
public static class IdentityCsv
{
    /// <summary>The rows of a stream, which is left open, in batches.</summary>
    public static IAsyncEnumerable<ImmutableArray<SourceLine>> ReadAsync(
        Stream stream, BatchLimits? limits = null, CancellationToken cancellation = default) =>
        CsvLines.ReadAsync(stream, CsvDefaults.Identities, limits, cancellation);
}
